"""Whole trainings: the same network, data order and settings, step by step, in float64."""

import torch

HIDDEN = 4
ROWS = 6


def training_cases():
    """Settings whose meaning is a matter of order: penalties, clipping, decay, batch norm."""
    cases = [
        {"l1": 0.01, "l2": 0.02},
        {"weightDecay": 0.01},
        {"clipNorm": 0.05},
        {"maxNorm": 0.5},
        {"batchNorm": True},
        {"l1": 0.005, "l2": 0.01, "weightDecay": 0.002, "clipNorm": 0.3, "maxNorm": 1.5},
    ]
    for index, settings in enumerate(cases):
        yield run(settings, index)


def run(settings, seed, steps=20, rate=0.1):
    generator = torch.Generator().manual_seed(1000 + seed)
    draw = lambda *shape: torch.randn(*shape, generator=generator, dtype=torch.float64)
    x, t = draw(ROWS, 3), torch.arange(ROWS) % 2
    values = {"W1": draw(3, HIDDEN), "W2": draw(HIDDEN, 2), "b1": draw(HIDDEN), "b2": draw(2)}
    start = {name: value.tolist() for name, value in values.items()}
    parameters = {name: torch.nn.Parameter(value.clone()) for name, value in values.items()}
    weights = [parameters["W1"], parameters["W2"]]
    optimizer = torch.optim.SGD(parameters.values(), lr=rate)
    mean, variance = torch.zeros(HIDDEN, dtype=torch.float64), torch.ones(HIDDEN, dtype=torch.float64)

    def forward(training):
        z = x @ parameters["W1"] + parameters["b1"]
        if settings.get("batchNorm"):
            z = torch.nn.functional.batch_norm(z, mean, variance, training=training, momentum=0.1)
        return torch.nn.functional.cross_entropy(torch.tanh(z) @ parameters["W2"] + parameters["b2"], t)

    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = forward(True)
        loss = loss + sum(settings.get("l1", 0) * w.abs().sum() + settings.get("l2", 0) / 2 * (w * w).sum() for w in weights)
        loss.backward()
        if "clipNorm" in settings:
            torch.nn.utils.clip_grad_norm_(parameters.values(), settings["clipNorm"])
        optimizer.step()
        with torch.no_grad():
            for w in weights:
                w.mul_(1 - settings.get("weightDecay", 0))
                if "maxNorm" in settings:
                    length = w.norm(dim=0, keepdim=True)
                    w.mul_(torch.where(length > settings["maxNorm"], settings["maxNorm"] / length, torch.ones_like(length)))
            losses.append(forward(False).item())
    return {
        "settings": settings,
        "learningRate": rate,
        "features": x.tolist(),
        "targets": t.tolist(),
        "start": start,
        "losses": losses,
        "end": {name: value.tolist() for name, value in parameters.items()},
        "running": {"mean": mean.tolist(), "variance": variance.tolist()},
    }
