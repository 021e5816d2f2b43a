"""Writes the reference values that the engine's tests compare with. See README.md."""

import pathlib
import sys

sys.dont_write_bytecode = True

from named_graphs import named_graphs
from optimizers import optimizer_cases, schedule_cases
from op_cases import all_cases
from random_graphs import random_graphs
from text import write
from training import training_cases

ENGINE = pathlib.Path(__file__).resolve().parents[2] / "src-engine"


def main():
    ops = ENGINE / "ops" / "reference"
    graphs = ENGINE / "autodiff" / "reference"
    training = ENGINE / "training" / "reference"
    for folder in (ops, graphs, training):
        folder.mkdir(parents=True, exist_ok=True)
    for cases in all_cases():
        write(ops / f"{cases.op.replace('_', '-')}.json", cases.document())
    write(graphs / "shared-operands.json", {"graphs": list(named_graphs())})
    write(graphs / "random-graphs.json", {"graphs": random_graphs(1000)})
    write(training / "optimizers.json", {"cases": list(optimizer_cases())})
    write(training / "schedules.json", {"cases": list(schedule_cases())})
    write(training / "trainings.json", {"cases": list(training_cases())})


if __name__ == "__main__":
    main()
