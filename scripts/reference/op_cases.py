"""Cases of single ops: inputs, settings, a random upstream gradient, and what PyTorch makes of them."""

import itertools
import random

import torch

from text import flat
from torch_ops import ELEMENTWISE_BINARY, ELEMENTWISE_UNARY, OPS

INF, NAN = float("inf"), float("nan")

# Points every function of one number is tried at: kinks, both zeros, subnormal, tiny, saturated, huge.
SPECIAL = [
    -1e300, -800.0, -709.0, -88.0, -40.0, -20.5, -6.0, -5.0, -3.0, -2.0, -1.0, -0.5, -1e-8, -1e-310, -5e-324, -0.0,
    0.0, 5e-324, 1e-310, 1e-8, 0.5, 1.0, 2.0, 3.0, 5.0, 6.0, 19.5, 20.5, 40.0, 88.0, 709.0, 800.0, 1e300,
]  # fmt: skip
SPECIAL_PAIR = [-800.0, -2.0, -1.0, -0.5, -0.0, 0.0, 5e-324, 0.5, 1.0, 2.0, 3.0, 800.0]

DOMAIN = {
    "sqrt": (0.05, 5), "rsqrt": (0.05, 5), "log": (0.05, 5), "log1p": (-0.9, 5), "tan": (-1.4, 1.4),
    "binary_cross_entropy": (0.02, 0.98), "nll_loss": (-5, -0.01),
}  # fmt: skip

UNARY_ATTRS = {
    "clamp": [{"min": -1, "max": 1}, {"min": 0}, {"max": 0.5}],
    "leaky_relu": [{}, {"negative_slope": 0.2}],
    "elu": [{}, {"alpha": 0.5}],
    "gelu": [{}, {"approximate": "tanh"}],
    "softplus": [{}, {"beta": 2, "threshold": 5}],
    "hardtanh": [{}, {"min_val": -2, "max_val": 0.5}],
}

BINARY_SHAPES = [
    [[], []], [[4], [4]], [[2, 3], [3]], [[2, 1], [1, 3]], [[3], []], [[], [2, 2]], [[2, 3, 2], [3, 1]], [[1], [1, 1, 1]],
]  # fmt: skip


class Cases:
    """The cases of one op, drawn from a stream of its own so that adding a case elsewhere changes nothing here."""

    def __init__(self, op):
        self.op = op
        self.rng = random.Random(f"chainrule {op}")
        self.cases = []

    def draw(self, shape, low=-3, high=3, digits=3):
        size = 1
        for length in shape:
            size *= length
        return torch.tensor([round(self.rng.uniform(low, high), digits) for _ in range(size)]).reshape(shape)

    def add(self, name, inputs, attrs=None, value_only=False, fixed=(), **mode):
        """`fixed`: slots that hold class indices and get no gradient from PyTorch."""
        attrs = attrs or {}
        x = [tensor.detach().clone().to(torch.float64).requires_grad_(slot not in fixed) for slot, tensor in enumerate(inputs)]
        y = OPS[self.op](x, attrs, **mode)
        case = {"name": name}
        if attrs:
            case["attrs"] = attrs
        case.update(mode)
        case["x"] = [{"shape": list(tensor.shape), "data": flat(tensor)} for tensor in x]
        case["y"] = {"shape": list(y.shape), "data": flat(y)}
        if not value_only:
            dy = self.draw(list(y.shape), -2, 2)
            grads = torch.autograd.grad(y, [t for t in x if t.requires_grad], dy, allow_unused=True)
            grads = iter(grads)
            dx = [next(grads) if tensor.requires_grad else None for tensor in x]
            dx = [torch.zeros_like(t) if grad is None else grad for t, grad in zip(x, dx)]
            case["dy"] = flat(dy)
            case["dx"] = [flat(grad) for grad in dx]
        self.cases.append(case)

    def document(self):
        return {"op": self.op, "cases": self.cases}


def vector(values):
    return torch.tensor(values, dtype=torch.float64)


def unary(op):
    cases = Cases(op)
    low, high = DOMAIN.get(op, (-4, 4))
    for attrs in UNARY_ATTRS.get(op, [{}]):
        cases.add("random points", [cases.draw([20], low, high, 4)], attrs)
        cases.add("a matrix", [cases.draw([2, 3], low, high)], attrs)
        cases.add("a scalar", [cases.draw([], low, high)], attrs)
        cases.add("kinks and extremes", [vector(SPECIAL)], attrs)
        cases.add("not finite", [vector([-INF, INF, NAN])], attrs, value_only=True)
    return cases


def binary(op):
    cases = Cases(op)
    low = {"div": (0.2, 4), "pow": (-3, 3)}.get(op, (-4, 4))
    first = (0.1, 4) if op == "pow" else (-4, 4)
    for shapes in BINARY_SHAPES:
        cases.add(f"shapes {shapes}", [cases.draw(shapes[0], *first), cases.draw(shapes[1], *low)])
    if op in ("add", "mul", "maximum", "minimum"):
        cases.add("four inputs", [cases.draw(shape) for shape in ([2, 3], [3], [], [2, 1])])
    pairs = list(itertools.product(SPECIAL_PAIR, SPECIAL_PAIR))
    cases.add("kinks and extremes", [vector([a for a, _ in pairs]), vector([b for _, b in pairs])])
    ends = [-INF, -1.0, 0.0, 2.0, INF, NAN]
    pairs = list(itertools.product(ends, ends))
    cases.add("not finite", [vector([a for a, _ in pairs]), vector([b for _, b in pairs])], value_only=True)
    return cases


REDUCTIONS = [
    ([], {}), ([5], {}), ([2, 3], {}), ([2, 3], {"keepdim": True}), ([2, 3], {"dim": 0}), ([2, 3], {"dim": -1, "keepdim": True}),
    ([2, 3, 2], {"dim": 1}), ([2, 3, 2], {"dim": [0, 2]}), ([2, 3, 2], {"dim": [-1, 0], "keepdim": True}), ([4, 1], {"dim": 0}),
]  # fmt: skip


def reduction(op):
    cases = Cases(op)
    for shape, attrs in REDUCTIONS:
        if op == "var" and shape == []:
            continue  # one number has no spread: 0/0
        cases.add(f"{shape} {attrs}", [cases.draw(shape)], attrs)
    if op != "amax":
        cases.add("more than a thousand terms", [cases.draw([1200], digits=2)])
    cases.add("ties", [vector([1, 3, 3])])
    cases.add("all equal", [vector([2, 2, 2, 2])])
    cases.add("zeros of both signs", [vector([0.0, -0.0, 0.0])])
    cases.add("extremes", [vector([[-800, 800, 799], [-801, -800, -800], [5e-324, 1e-310, 0], [1e150, 1, -1e150]])], {"dim": 1})
    if op == "var":
        cases.add("far from zero", [vector([1e9 + 1, 1e9 + 2, 1e9 + 4])])
        for correction in (0, 2):
            cases.add(f"correction {correction}", [cases.draw([2, 4])], {"dim": -1, "correction": correction})
        cases.add("one entry", [vector([3])], value_only=True)
    else:
        cases.add("not finite", [vector([[-INF, 1], [INF, 1], [NAN, 1], [-INF, -INF]])], {"dim": 1}, value_only=True)
    return cases


def shape_ops():
    reshape = Cases("reshape")
    for shape, target in ([[6], [2, 3]], [[2, 3], [3, -1]], [[2, 3], [-1]], [[], [1, 1]], [[1], []]):
        reshape.add(f"{shape} to {target}", [reshape.draw(shape)], {"shape": target})
    transpose = Cases("transpose")
    for shape, dims in ([[2, 3], (0, 1)], [[2, 3, 4], (-2, -1)], [[2, 3, 4], (0, 2)], [[2, 3], (1, 1)]):
        transpose.add(f"{shape} {dims}", [transpose.draw(shape)], {"dim0": dims[0], "dim1": dims[1]})
    cat = Cases("cat")
    for shapes, dim in ([[[2], [3]], 0], [[[2, 3], [1, 3], [2, 3]], 0], [[[2, 1], [2, 3]], -1], [[[2, 1, 2], [2, 2, 2]], 1]):
        cat.add(f"{shapes} along {dim}", [cat.draw(shape) for shape in shapes], {"dim": dim})
    cut = Cases("slice")
    for shape, attrs in (
        [[5], {}], [[5], {"start": 1, "end": 3}], [[5], {"start": -2}], [[5], {"end": -1, "step": 2}], [[5], {"start": -100, "end": 100, "step": 3}],
        [[2, 4], {"dim": 1, "start": 1}], [[3, 2, 2], {"dim": -2, "start": 1, "end": 2}],
    ):  # fmt: skip
        cut.add(f"{shape} {attrs}", [cut.draw(shape)], attrs)
    return [reshape, transpose, cat, cut]


def matmul():
    cases = Cases("matmul")
    for shapes in (
        [[2, 3], [3, 2]], [[1, 1], [1, 1]], [[3], [3]], [[3], [3, 2]], [[2, 3], [3]], [[2, 2, 3], [3, 2]], [[2, 3], [2, 3, 2]],
        [[2, 1, 2, 3], [2, 3, 2]], [[3], [2, 3, 2]], [[2, 2, 3], [3]],
    ):  # fmt: skip
        cases.add(f"{shapes}", [cases.draw(shape) for shape in shapes])
    cases.add("not finite", [vector([[0, 1], [INF, 2]]), vector([[1, NAN], [2, 3]])], value_only=True)
    return cases


def softmaxes():
    for op in ("softmax", "log_softmax"):
        cases = Cases(op)
        for shape, attrs in ([[4], {}], [[2, 3], {}], [[2, 3], {"dim": 0}], [[2, 3, 2], {"dim": 1}], [[], {}], [[300], {}]):
            cases.add(f"{shape} {attrs}", [cases.draw(shape)], attrs)
        cases.add("extremes", [vector([[800, -800, 0], [800, 799, 798], [-800, -801, -805], [1e300, -1e300, 0], [40, 0, 0], [0, -0.0, 5e-324]])])
        cases.add("not finite", [vector([[-INF, 1], [-INF, -INF], [INF, 1], [NAN, 1]])], value_only=True)
        yield cases


def norms():
    layer = Cases("layer_norm")
    for shape, attrs in ([[4], {}], [[2, 4], {}], [[2, 3], {"eps": 0.1}], [[2, 2, 3], {}]):
        layer.add(f"{shape} {attrs}", [layer.draw(shape)], attrs)
        layer.add(f"{shape} {attrs} with weight and bias", [layer.draw(shape), layer.draw(shape[-1:]), layer.draw(shape[-1:])], attrs)
    layer.add("equal entries", [vector([2, 2, 2])])
    batch = Cases("batch_norm")
    running = {"running_mean": [0.5, -1, 0], "running_var": [1, 2, 0.5]}
    for shape, attrs in ([[4, 3], {}], [[2, 2, 3], {}], [[4, 3], {"eps": 0.1}]):
        affine = [batch.draw(shape), batch.draw(shape[-1:]), batch.draw(shape[-1:])]
        batch.add(f"{shape} {attrs}", affine[:1], attrs)
        batch.add(f"{shape} {attrs} with weight and bias", affine, attrs)
        batch.add(f"{shape} {attrs} in training", affine, {**attrs, **running}, training=True)
        batch.add(f"{shape} {attrs} by running statistics", affine, {**attrs, **running})
    drop = Cases("dropout")
    for p in (0.0, 0.2, 0.5, 0.9):
        for shape in ([], [5], [2, 3]):
            uniform = drop.draw(shape, 0, 1).reshape(-1).tolist()
            drop.add(f"{shape} p {p} in training", [drop.draw(shape)], {"p": p}, uniform=uniform)
            drop.add(f"{shape} p {p} in evaluation", [drop.draw(shape)], {"p": p})
    return [layer, batch, drop]


LOSS_EXTREMES = {
    "mse_loss": ([0, 1, -3, 1e150, 5e-324], [0, -1, 3, 1, 0]),
    "l1_loss": ([1, 2, -1, 0.0, 1e300], [1, 0, 0, -0.0, -1]),
    "huber_loss": ([1, 2, -1, 0.5, 800, 0], [0, 0, 0, 0, 0, 0]),
    "binary_cross_entropy": ([0, 0.3, 0, 1, 1e-20, 1e-50, 0.5, 1 - 1e-16], [1, 0.7, 0, 1, 1, 1, 0.5, 0]),
    "binary_cross_entropy_with_logits": ([800, -800, 0, -0.0, 800, -800, 40, 5e-324], [0, 1, 0.5, 1, 1, 0, 1, 0]),
    "hinge_loss": ([1, -1, 2, 0.5, 0, -2], [1, 1, 1, -1, 1, -1]),
}


def losses():
    for op, (x, t) in LOSS_EXTREMES.items():
        cases = Cases(op)
        low, high = DOMAIN.get(op, (-3, 3))
        targets = {"binary_cross_entropy": (0, 1), "binary_cross_entropy_with_logits": (0, 1), "hinge_loss": (-1, 1)}.get(op, (-3, 3))
        for shape, attrs in ([[], {}], [[4], {}], [[4], {"reduction": "sum"}], [[2, 3], {}], [[2, 3], {"reduction": "sum"}]):
            cases.add(f"{shape} {attrs}", [cases.draw(shape, low, high), cases.draw(shape, *targets)], attrs)
        if op == "huber_loss":
            cases.add("delta 0.5", [cases.draw([6]), cases.draw([6])], {"delta": 0.5})
            cases.add("delta 2", [cases.draw([6]), cases.draw([6])], {"delta": 2, "reduction": "sum"})
        cases.add("kinks and extremes", [vector(x), vector(t)], {"reduction": "sum"})
        cases.add("more than a thousand entries", [cases.draw([1100], low, high, 2), cases.draw([1100], *targets, 2)])
        yield cases
    for op in ("cross_entropy", "nll_loss"):
        cases = Cases(op)
        low, high = DOMAIN.get(op, (-3, 3))
        for attrs in ({}, {"reduction": "sum"}):
            cases.add(f"one row {attrs}", [cases.draw([3], low, high), vector(2)], attrs, fixed=(1,))
            cases.add(f"class indices {attrs}", [cases.draw([4, 3], low, high), vector([0, 2, 1, 1])], attrs, fixed=(1,))
            if op == "cross_entropy":
                cases.add(f"probabilities of one row {attrs}", [cases.draw([3]), vector([0.2, 0.5, 0.3])], attrs)
                cases.add(f"one-hot rows {attrs}", [cases.draw([2, 3]), vector([[0, 0, 1], [1, 0, 0]])], attrs)
                cases.add(f"rows that do not sum to 1 {attrs}", [cases.draw([2, 3]), cases.draw([2, 3], 0, 2)], attrs)
        extremes = vector([[800, -800, 0], [-800, -801, -799], [40, 0, 0]])
        if op == "cross_entropy":
            cases.add("extremes", [extremes, vector([1, 2, 0])], fixed=(1,))
        else:
            cases.add("extremes", [extremes, vector([1, 0, 2])], fixed=(1,))
        yield cases


def all_cases():
    yield from (unary(op) for op in ELEMENTWISE_UNARY)
    yield from (binary(op) for op in ELEMENTWISE_BINARY)
    yield from (reduction(op) for op in ("sum", "mean", "amax", "logsumexp", "var"))
    yield from shape_ops()
    yield matmul()
    yield from softmaxes()
    yield from norms()
    yield from losses()
