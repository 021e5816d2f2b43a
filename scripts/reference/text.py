"""Numbers as JSON that loses nothing: shortest round-trip form, what is not finite as a string."""

import json
import math

import torch


def number(value):
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 2**53 and not (value == 0 and math.copysign(1, value) < 0):
        return int(value)
    return value


def flat(tensor):
    return [number(value) for value in tensor.detach().reshape(-1).tolist()]


def nested(tensor):
    def convert(value):
        return [convert(entry) for entry in value] if isinstance(value, list) else number(value)

    return convert(tensor.detach().tolist())


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        file.write("\n")
