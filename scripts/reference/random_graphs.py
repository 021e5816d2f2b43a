"""Random graphs, scalar and tensor, with shared operands, fan-out, dead ends and broadcasting."""

import random

import torch

from graphs import Graph, largest

ANYWHERE = (
    "neg square exp expm1 sin cos sigmoid tanh gelu silu softplus softsign mish abs relu leaky_relu elu selu clamp "
    "hardsigmoid hardtanh sign"
).split()
POSITIVE = "sqrt rsqrt log reciprocal".split()
BINARY = "add sub mul div pow maximum minimum".split()
REDUCE = "sum mean amax logsumexp var".split()
LINES = "softmax log_softmax layer_norm batch_norm".split()
LOSSES = "nll_loss mse_loss l1_loss huber_loss hinge_loss binary_cross_entropy binary_cross_entropy_with_logits cross_entropy".split()

# Where an op has no derivative: rounding may choose another side there, so that inputs stay clear of it.
KINKS = {
    "abs": [0], "relu": [0], "leaky_relu": [0], "elu": [0], "selu": [0], "sign": [0], "clamp": [-1, 1], "hardsigmoid": [-3, 3],
    "hardtanh": [-1, 1], "softplus": [20],
}  # fmt: skip
CLEARANCE = 1e-6
LARGEST_VALUE = 1e3
LARGEST_GRADIENT = 1e6
SHAPES = [[], [2], [3], [2, 3], [2, 1], [1, 3], [2, 2, 3]]


def clear_of(tensor, points):
    return all((tensor - point).abs().min() > CLEARANCE for point in points)


class Builder:
    def __init__(self, number):
        self.rng = random.Random(f"chainrule graph {number}")
        self.scalar = number % 2 == 0
        self.graph = Graph(f"Random graph {number}, {'scalar' if self.scalar else 'tensor'}")

    def values(self, shape, low=-2, high=2):
        size = 1
        for length in shape:
            size *= length
        return torch.tensor([round(self.rng.uniform(low, high), 2) for _ in range(size)], dtype=torch.float64).reshape(shape)

    def name(self, letter):
        return f"{letter}{len(self.graph.nodes)}"

    def leaf(self, shape=None, low=-2, high=2):
        op = self.rng.choice(["parameter", "parameter", "input", "constant"])
        shape = [] if self.scalar else (self.rng.choice(SHAPES) if shape is None else shape)
        return self.graph.leaf(self.name(op[0]), op, self.values(shape, low, high))

    def pick(self):
        """Newer nodes more often, so that graphs grow deep; any node again, so that they fan out."""
        ids = [node["id"] for node in self.graph.nodes]
        return self.rng.choice(ids[-6:] if self.rng.random() < 0.6 else ids)

    def tensor(self, id_):
        return self.graph.tensors[id_].detach()

    def gate(self, op, inputs, attrs=None):
        """Adds the gate if its value is tame; whether it did."""
        try:
            y = self.graph.compute(op, inputs, attrs)
        except (RuntimeError, IndexError, ValueError):
            return False  # the shapes do not go together
        if not torch.isfinite(y).all() or y.abs().max() > LARGEST_VALUE or y.numel() > 24:
            return False
        self.graph.add(self.name("n"), op, inputs, attrs, y)
        return True

    def unary(self):
        x = self.pick()
        if self.tensor(x).min() > 0.05 and self.rng.random() < 0.6:
            return self.gate(self.rng.choice(POSITIVE), [x])
        op = self.rng.choice(ANYWHERE)
        attrs = {"min": -1, "max": 1} if op == "clamp" else {}
        if op == "gelu" and self.tensor(x).min() < -3:
            return False  # PyTorch cancels in the left tail
        return clear_of(self.tensor(x), KINKS.get(op, [])) and self.gate(op, [x], attrs)

    def binary(self):
        op = self.rng.choice(BINARY)
        a = self.pick()
        b = a if self.rng.random() < 0.15 else self.pick()
        if op == "div" and self.tensor(b).abs().min() < 0.1:
            return False
        if op == "pow" and self.tensor(a).min() < 0.1:
            return False
        inputs = [a, b]
        if op in ("maximum", "minimum") and a != b:
            try:
                if not clear_of(self.tensor(a) - self.tensor(b), [0]):
                    return False
            except RuntimeError:
                return False
        if op in ("add", "mul") and self.rng.random() < 0.25:
            inputs.append(self.pick())
        return self.gate(op, inputs)

    def axis(self, x):
        return self.rng.randrange(-x.dim(), x.dim())

    def reduce(self):
        x = self.pick()
        tensor = self.tensor(x)
        if tensor.dim() == 0:
            return False
        op = self.rng.choice(REDUCE)
        attrs = {}
        if self.rng.random() < 0.7:
            attrs["dim"] = self.axis(tensor)
            if self.rng.random() < 0.5:
                attrs["keepdim"] = True
        if op == "var" and (tensor.numel() if "dim" not in attrs else tensor.shape[attrs["dim"]]) < 2:
            return False
        if op == "amax":
            gaps = torch.cdist(tensor.reshape(-1, 1), tensor.reshape(-1, 1)) + torch.eye(tensor.numel())
            if gaps.min() < CLEARANCE:
                return False
        return self.gate(op, [x], attrs)

    def line(self):
        x = self.pick()
        tensor = self.tensor(x)
        if tensor.dim() == 0 or tensor.shape[-1] < 2:
            return False
        op = self.rng.choice(LINES)
        if op == "batch_norm" and tensor.dim() < 2:
            return False
        if op.endswith("norm"):
            groups = tensor if op == "layer_norm" else tensor.reshape(-1, tensor.shape[-1]).T
            if groups.shape[-1] < 2 or groups.var(-1).min() < 1e-2:
                return False
            affine = [self.leaf(list(tensor.shape[-1:])) for _ in range(2)] if self.rng.random() < 0.5 else []
            return self.gate(op, [x, *affine])
        return self.gate(op, [x], {"dim": self.axis(tensor)} if self.rng.random() < 0.5 else {})

    def matmul(self):
        x = self.pick()
        tensor = self.tensor(x)
        if tensor.dim() == 0:
            return False
        k = tensor.shape[-1]
        return self.gate("matmul", [x, self.leaf([k, self.rng.choice([1, 2, 3])] if self.rng.random() < 0.7 else [k])])

    def reshape(self):
        x = self.pick()
        tensor = self.tensor(x)
        kind = self.rng.choice(["reshape", "transpose", "cat", "slice"])
        if tensor.dim() == 0:
            return False
        if kind == "reshape":
            return self.gate(kind, [x], {"shape": self.rng.choice([[-1], [-1, tensor.shape[-1]], [tensor.shape[0], -1]])})
        if kind == "transpose":
            return self.gate(kind, [x], {"dim0": self.axis(tensor), "dim1": self.axis(tensor)})
        axis = self.axis(tensor)
        if kind == "cat":
            other = [x, self.pick()] if self.rng.random() < 0.5 else [x, x]
            return self.gate(kind, other, {"dim": axis})
        if tensor.shape[axis] < 2:
            return False
        return self.gate(kind, [x], {"dim": axis, **self.rng.choice([{"start": 1}, {"end": -1}, {"step": 2}])})

    def classes(self, shape):
        """A leaf with one class index a row."""
        rows = shape[0] if len(shape) == 2 else 1
        indices = torch.tensor([self.rng.randrange(shape[-1]) for _ in range(rows)])
        return self.graph.leaf(self.name("t"), "input", indices.reshape(shape[:-1]))

    def loss(self):
        op = self.rng.choice(LOSSES)
        x = self.pick()
        tensor = self.tensor(x)
        shape = list(tensor.shape)
        attrs = {"reduction": "sum"} if self.rng.random() < 0.4 else {}
        if op == "nll_loss":
            if tensor.dim() not in (1, 2):
                return False
            return self.gate(op, [x, self.classes(shape)], attrs)
        if op == "cross_entropy":
            if tensor.dim() not in (1, 2):
                return False
            if self.rng.random() < 0.5:
                return self.gate(op, [x, self.leaf(shape, 0, 1)], attrs)
            return self.gate(op, [x, self.classes(shape)], attrs)
        if op == "binary_cross_entropy" and (tensor.min() < 0.02 or tensor.max() > 0.98):
            return False
        t = self.leaf(shape, *((0, 1) if op.startswith("binary") else (-2, 2)))
        if op == "l1_loss" and not clear_of(tensor - self.tensor(t), [0]):
            return False
        if op == "hinge_loss" and not clear_of(tensor * self.tensor(t), [1]):
            return False
        return self.gate(op, [x, t], attrs)

    def build(self):
        size = self.rng.randint(5, 30)
        for _ in range(self.rng.randint(2, 4)):
            self.leaf()
        steps = [self.unary, self.unary, self.binary, self.binary]
        if not self.scalar:
            steps += [self.reduce, self.line, self.matmul, self.reshape]
        for _ in range(size * 20):
            if len(self.graph.nodes) >= size:
                break
            if self.rng.random() < 0.05:
                self.leaf()
            elif self.rng.random() < 0.04:
                self.loss()
            else:
                self.rng.choice(steps)()
        gates = [node["id"] for node in self.graph.nodes if "inputs" in node]
        if not gates:
            return None
        # Mostly the last gate; sometimes one before it, so that some nodes do not reach the objective.
        objective = gates[-1] if self.rng.random() < 0.8 else self.rng.choice(gates)
        result = self.graph.expected(objective)
        if max(largest(grad) for grad in result["grad"].values()) > LARGEST_GRADIENT:
            return None
        return result


def random_graphs(count):
    found = []
    number = 0
    while len(found) < count:
        graph = Builder(number).build()
        if graph:
            found.append(graph)
        number += 1
    return found
