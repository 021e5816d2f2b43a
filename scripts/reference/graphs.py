"""Graphs as Chainrule documents, with the value and the gradient of every node as PyTorch finds them."""

import math

import torch

from text import nested
from torch_ops import OPS

LEAVES = ("input", "parameter", "constant")


class Graph:
    """Built node by node; every node is computed as it is added."""

    def __init__(self, title):
        self.title = title
        self.nodes = []
        self.tensors = {}

    def add(self, id_, op, inputs=(), attrs=None, tensor=None):
        node = {"id": id_, "op": op}
        if inputs:
            node["inputs"] = list(inputs)
        if attrs:
            node["attrs"] = attrs
        self.nodes.append(node)
        self.tensors[id_] = tensor
        return id_

    def leaf(self, id_, op, tensor):
        """Every leaf records its gradient, so that ∂L/∂node is known for constants too."""
        tensor = tensor.detach().clone().to(torch.float64).requires_grad_(True)
        return self.add(id_, op, attrs={"value": nested(tensor)}, tensor=tensor)

    def compute(self, op, inputs, attrs=None):
        return OPS[op]([self.tensors[id_] for id_ in inputs], attrs or {})

    def gate(self, id_, op, inputs, attrs=None):
        return self.add(id_, op, inputs, attrs, self.compute(op, inputs, attrs))

    def expected(self, objective):
        """Gradients of the objective's mean; zero where a node does not reach it."""
        loss = self.tensors[objective].mean()
        ids = [node["id"] for node in self.nodes]
        grads = torch.autograd.grad(loss, [self.tensors[id_] for id_ in ids], allow_unused=True)
        grads = [torch.zeros_like(self.tensors[id_]) if g is None else g for id_, g in zip(ids, grads)]
        return {
            "document": {"format": "chainrule", "version": 1, "title": self.title, "nodes": self.nodes, "objective": objective},
            "value": {id_: nested(self.tensors[id_]) for id_ in ids},
            "grad": {id_: nested(grad) for id_, grad in zip(ids, grads)},
        }


def largest(values):
    """Greatest magnitude among nested numbers; infinite where one is not finite."""
    if isinstance(values, list):
        return max(largest(value) for value in values)
    return math.inf if isinstance(values, str) else abs(values)
