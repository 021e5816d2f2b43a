"""A hundred steps of each torch optimizer, and factors of each schedule, in float64."""

import torch

STEPS = 100
SIZE = 5

CASES = [
    ("sgd", {}, lambda p: torch.optim.SGD(p, lr=0.05)),
    ("sgd", {"momentum": 0.9}, lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    ("sgd", {"momentum": 0.9, "nesterov": True}, lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
    ("adagrad", {}, lambda p: torch.optim.Adagrad(p, lr=0.05)),
    ("adagrad", {"eps": 1e-3}, lambda p: torch.optim.Adagrad(p, lr=0.05, eps=1e-3)),
    ("rmsprop", {}, lambda p: torch.optim.RMSprop(p, lr=0.05)),
    ("rmsprop", {"alpha": 0.9, "momentum": 0.5, "eps": 1e-4},
     lambda p: torch.optim.RMSprop(p, lr=0.05, alpha=0.9, momentum=0.5, eps=1e-4)),
    ("adam", {}, lambda p: torch.optim.Adam(p, lr=0.05)),
    ("adam", {"beta1": 0.8, "beta2": 0.9, "eps": 1e-4}, lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.9), eps=1e-4)),
    ("adamw", {}, lambda p: torch.optim.AdamW(p, lr=0.05)),
    ("adamw", {"weightDecay": 0.2}, lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.2)),
]


def optimizer_cases():
    """Gradients are drawn, not computed: the update alone is compared. Some are 0, some large."""
    for index, (name, options, make) in enumerate(CASES):
        generator = torch.Generator().manual_seed(index)
        draw = lambda *shape: torch.randn(*shape, generator=generator, dtype=torch.float64)
        start = draw(SIZE)
        gradients = draw(STEPS, SIZE) * torch.tensor([1.0, 0.01, 100.0, 1.0, 0.0], dtype=torch.float64)
        parameter = torch.nn.Parameter(start.clone())
        optimizer = make([parameter])
        after = []
        for gradient in gradients:
            parameter.grad = gradient.clone()
            optimizer.step()
            after.append(parameter.detach().clone())
        yield {
            "optimizer": name,
            "options": {"learningRate": 0.05, **options},
            "start": start.tolist(),
            "gradients": gradients.flatten().tolist(),
            "after": {str(step): after[step - 1].tolist() for step in (1, 2, 10, STEPS)},
        }


SCHEDULES = [
    ("step", {"stepSize": 3, "gamma": 0.5}, lambda o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5)),
    ("exponential", {"gamma": 0.9}, lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9)),
    ("cosine", {"period": 10}, lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 10)),
    ("warmup", {"warmupEpochs": 5, "start": 1 / 3}, lambda o: torch.optim.lr_scheduler.LinearLR(o, 1 / 3, 1, 5)),
]


def schedule_cases(epochs=10):
    for name, options, make in SCHEDULES:
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
        schedule = make(optimizer)
        factors = []
        for _ in range(epochs):
            factors.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            schedule.step()
        yield {"schedule": name, "options": options, "factors": factors}
