"""Every op of the registry, computed by PyTorch: name -> function(inputs, attrs, **mode) -> tensor."""

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def _chain(function):
    def chained(x, attrs):
        y = x[0]
        for other in x[1:]:
            y = function(y, other)
        return y

    return chained


def _unary(function):
    return lambda x, attrs: function(x[0], **attrs)


def _binary(function):
    return lambda x, attrs: function(x[0], x[1], **attrs)


def _axes(attrs):
    """`dim` as PyTorch's functions take it, all axes where it is left out."""
    dim = attrs.get("dim")
    return tuple(dim) if isinstance(dim, list) else dim


def _reduction(function, **more):
    def reduced(x, attrs):
        dim = _axes(attrs)
        if dim is None:
            dim = tuple(range(x[0].dim()))
        if dim == ():  # a scalar: no axis to name, but one of length 1 to reduce
            y = function(x[0].reshape(1), dim=(0,), **more)
            return y.reshape(())
        return function(x[0], dim=dim, keepdim=attrs.get("keepdim", False), **more)

    return reduced


def _var(x, attrs):
    return _reduction(torch.var, correction=attrs.get("correction", 1))(x, attrs)


def _amax(x, attrs):
    return _reduction(torch.amax)(x, attrs)


def _slice(x, attrs):
    index = [slice(None)] * x[0].dim()
    index[attrs.get("dim", 0)] = slice(attrs.get("start"), attrs.get("end"), attrs.get("step", 1))
    return x[0][tuple(index)]


def _loss(function):
    """Losses with real targets."""
    return lambda x, attrs: function(x[0], x[1], **attrs)


def _class_loss(function):
    def loss(x, attrs):
        target = x[1]
        if target.dim() == x[0].dim() - 1:
            target = target.detach().to(torch.int64)
        return function(x[0], target, **attrs)

    return loss


def _hinge(x, attrs):
    losses = torch.relu(1 - x[1] * x[0])
    return losses.sum() if attrs.get("reduction") == "sum" else losses.mean()


def _layer_norm(x, attrs):
    return F.layer_norm(x[0], x[0].shape[-1:], *x[1:], **attrs)


def _batch_norm(x, attrs, training=False):
    channels = x[0].shape[-1]
    rows = x[0].reshape(-1, channels)
    running = [attrs.get("running_mean"), attrs.get("running_var")]
    running = [None if list_ is None else torch.tensor(list_, dtype=torch.float64) for list_ in running]
    weight, bias = x[1:] if len(x) == 3 else (None, None)
    batch = training or running[0] is None
    if batch:
        running = [None, None]
    y = F.batch_norm(rows, *running, weight, bias, training=batch, eps=attrs.get("eps", 1e-5))
    return y.reshape(x[0].shape)


def _dropout(x, attrs, uniform=None):
    """The mask follows from uniform draws: an entry is dropped where its draw lies below p."""
    if uniform is None:
        return F.dropout(x[0], attrs.get("p", 0.5), training=False)
    p = attrs.get("p", 0.5)
    mask = (torch.tensor(uniform).reshape(x[0].shape) >= p).to(torch.float64)
    return x[0] * (mask / (1 - p))


ELEMENTWISE_UNARY = {
    "neg": _unary(torch.neg),
    "square": _unary(torch.square),
    "sqrt": _unary(torch.sqrt),
    "rsqrt": _unary(torch.rsqrt),
    "reciprocal": _unary(torch.reciprocal),
    "exp": _unary(torch.exp),
    "expm1": _unary(torch.expm1),
    "log": _unary(torch.log),
    "log1p": _unary(torch.log1p),
    "abs": _unary(torch.abs),
    "sign": _unary(torch.sign),
    "sin": _unary(torch.sin),
    "cos": _unary(torch.cos),
    "tan": _unary(torch.tan),
    "clamp": _unary(torch.clamp),
    "sigmoid": _unary(torch.sigmoid),
    "tanh": _unary(torch.tanh),
    "relu": _unary(torch.relu),
    "leaky_relu": _unary(F.leaky_relu),
    "elu": _unary(F.elu),
    "selu": _unary(F.selu),
    "gelu": _unary(F.gelu),
    "silu": _unary(F.silu),
    "softplus": _unary(F.softplus),
    "softsign": _unary(F.softsign),
    "mish": _unary(F.mish),
    # F.hardsigmoid's backward multiplies by 1/6 in float32; this is its definition.
    "hardsigmoid": lambda x, attrs: F.relu6(x[0] + 3) / 6,
    "hardtanh": _unary(F.hardtanh),
}

ELEMENTWISE_BINARY = {
    "add": _chain(torch.add),
    "sub": _binary(torch.sub),
    "mul": _chain(torch.mul),
    "div": _binary(torch.div),
    "pow": _binary(torch.pow),
    "maximum": _chain(torch.maximum),
    "minimum": _chain(torch.minimum),
}

TENSOR = {
    "sum": _reduction(torch.sum),
    "mean": _reduction(torch.mean),
    "amax": _amax,
    "logsumexp": _reduction(torch.logsumexp),
    "var": _var,
    "reshape": _unary(torch.reshape),
    "transpose": _unary(torch.transpose),
    "cat": lambda x, attrs: torch.cat(x, **attrs),
    "slice": _slice,
    "matmul": _binary(torch.matmul),
    "softmax": lambda x, attrs: torch.softmax(x[0], attrs.get("dim", -1)),
    "log_softmax": lambda x, attrs: torch.log_softmax(x[0], attrs.get("dim", -1)),
    "layer_norm": _layer_norm,
    "batch_norm": _batch_norm,
    "dropout": _dropout,
    "mse_loss": _loss(F.mse_loss),
    "l1_loss": _loss(F.l1_loss),
    "huber_loss": _loss(F.huber_loss),
    "binary_cross_entropy": _loss(F.binary_cross_entropy),
    "binary_cross_entropy_with_logits": _loss(F.binary_cross_entropy_with_logits),
    "cross_entropy": _class_loss(F.cross_entropy),
    "nll_loss": _class_loss(F.nll_loss),
    "hinge_loss": _hinge,
}

OPS = {**ELEMENTWISE_UNARY, **ELEMENTWISE_BINARY, **TENSOR}
