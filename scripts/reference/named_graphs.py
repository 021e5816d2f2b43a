"""Small graphs where one operand is used more than once: what an engine that loses an edge gets wrong."""

import torch

from graphs import Graph

POINTS = {
    "scalar": (torch.tensor(3.0), torch.tensor(-2.0)),
    "vector": (torch.tensor([3.0, 0.5, 1.25]), torch.tensor([-2.0, 4.0, 0.75])),
    "zero": (torch.tensor(0.0), torch.tensor(0.0)),
}

# name: gates as (id, op, inputs), the last one is the objective
NAMED = {
    "x·x": [("y", "mul", "xx")],
    "x − x": [("y", "sub", "xx")],
    "x / x": [("y", "div", "xx")],
    "x^x": [("y", "pow", "xx")],
    "x + x": [("y", "add", "xx")],
    "max(x, x)": [("y", "maximum", "xx")],
    "x·(x + y)": [("s", "add", "xz"), ("y", "mul", "xs")],
    "x·x·x in one gate": [("y", "mul", "xxx")],
    "x·x + x": [("q", "mul", "xx"), ("y", "add", "qx")],
    "(x + z)·(x − z)": [("a", "add", "xz"), ("b", "sub", "xz"), ("y", "mul", "ab")],
    "tanh(x)·tanh(x)": [("t", "tanh", "x"), ("y", "mul", "tt")],
    "a diamond of four paths": [("a", "square", "x"), ("b", "sin", "x"), ("c", "mul", "ab"), ("d", "add", "ab"), ("y", "mul", "cd")],
    "squared error of x and x": [("y", "mse_loss", "xx")],
    "dot product of x and x": [("y", "matmul", "xx")],
}  # fmt: skip


def named_graphs():
    for name, gates in NAMED.items():
        for kind, (x, z) in POINTS.items():
            if any(op == "matmul" for _, op, _ in gates) and kind != "vector":
                continue
            graph = Graph(f"{name}, {kind}")
            graph.leaf("x", "parameter", x)
            if any("z" in inputs for _, _, inputs in gates):
                graph.leaf("z", "input", z)
            for id_, op, inputs in gates:
                graph.gate(id_, op, inputs)
            yield graph.expected(gates[-1][0])
