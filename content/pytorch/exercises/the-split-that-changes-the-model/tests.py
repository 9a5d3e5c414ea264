"""Checks for the-split-that-changes-the-model."""
import math

import torch
from onsite import Counted, check, close, equal, require, with_arguments
from torch import nn
from torch.nn import functional as F

NO_LIMIT = 1e6


def net_of(weights):
    net = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3)).double()
    net.load_state_dict({name.removeprefix("layers."): value for name, value in weights.items()})
    return net


def expected(weights, steps, rate, limit):
    """Every step in one piece, in double precision, without an optimiser class."""
    net, velocity, losses = net_of(weights), None, []
    for number, parts in enumerate(steps):
        features = torch.cat([torch.zeros(0, 6), *(part[0] for part in parts)]).double()
        labels = torch.cat([torch.zeros(0, dtype=torch.int64), *(part[1] for part in parts)])
        features, labels = features[labels != -100], labels[labels != -100]
        if len(labels) == 0:
            continue
        loss = -F.log_softmax(net(features), dim=1)[torch.arange(len(labels)), labels].mean()
        slopes = torch.autograd.grad(loss, list(net.parameters()))
        norm = math.sqrt(sum(float((slope**2).sum()) for slope in slopes))
        slopes = [slope * min(1.0, limit / norm) for slope in slopes]
        velocity = slopes if velocity is None else [0.9 * v + slope for v, slope in zip(velocity, slopes)]
        with torch.no_grad():
            for parameter, v in zip(net.parameters(), velocity):
                parameter -= rate * v
        losses.append((number, loss.item()))
    return {f"layers.{name}": value.float() for name, value in net.state_dict().items()}, losses


def draw_weights(rng):
    shapes = {"layers.0.weight": (8, 6), "layers.0.bias": (8,), "layers.2.weight": (3, 8), "layers.2.bias": (3,)}
    return {name: torch.tensor(rng.normal(size=shape) * 0.6, dtype=torch.float32) for name, shape in shapes.items()}


def draw_step(rng, *sizes, unlabelled=0.0):
    parts = []
    for size in sizes:
        labels = torch.tensor(rng.integers(0, 3, size=size), dtype=torch.int64)
        labels[torch.tensor(rng.random(size) < unlabelled, dtype=torch.bool)] = -100
        parts.append((torch.tensor(rng.normal(size=(size, 6)) * 2, dtype=torch.float32), labels))
    return parts


def agree(learner, rng, steps, rate=0.2, limit=NO_LIMIT):
    weights = draw_weights(rng)
    reports = []
    result = learner.train(weights, steps, rate, limit, lambda *values: reports.append(values))
    state, losses = expected(weights, steps, rate, limit)
    require(isinstance(result, dict) and sorted(result) == sorted(state), f"expected a state_dict of Net, got {result!r}")
    for name in state:
        close(result[name], state[name], rtol=1e-3, atol=1e-5)
    return reports, losses


@check("one part a step", visible=True, category="example")
def one_part(learner, rng):
    agree(learner, rng, [draw_step(rng, 8) for _ in range(3)])


@check("two equal parts", visible=True, category="example")
def two_equal_parts(learner, rng):
    agree(learner, rng, [draw_step(rng, 4, 4) for _ in range(3)])


@check("parts of unequal size")
def unequal_parts(learner, rng):
    agree(learner, rng, [draw_step(rng, 12, 1, 3), draw_step(rng, 2, 9), draw_step(rng, 1, 1, 1, 1, 8)])


@check("examples without a label", category="edge")
def some_unlabelled(learner, rng):
    steps = [draw_step(rng, 6, 6, 6, unlabelled=0.5) for _ in range(4)]
    steps[0][1] = (steps[0][1][0], torch.tensor([-100, -100, -100, -100, -100, 1]))
    steps[0][2] = (steps[0][2][0], torch.tensor([0, 1, 2, 0, 1, -100]))
    agree(learner, rng, steps)


@check("a part without a label", category="edge")
def unlabelled_part(learner, rng):
    steps = [draw_step(rng, 5, 5, 5) for _ in range(3)]
    steps[1][2] = (steps[1][2][0], torch.full((5,), -100))
    agree(learner, rng, steps)


@check("a part without rows", category="edge")
def empty_part(learner, rng):
    agree(learner, rng, [draw_step(rng, 4, 0, 2), draw_step(rng, 0, 5)])


@check("a step without a label", category="edge")
def unlabelled_step(learner, rng):
    steps = [draw_step(rng, 4, 4) for _ in range(5)]
    steps[2] = draw_step(rng, 3, 3, unlabelled=2.0)
    steps[4] = []
    reports, losses = agree(learner, rng, steps)
    equal([number for number, _ in reports], [number for number, _ in losses])


@check("a tight limit", category="edge")
def tight_limit(learner, rng):
    for limit in (0.05, 0.3):
        agree(learner, rng, [draw_step(rng, 7, 2, 5) for _ in range(6)], rate=0.5, limit=limit)


@check("what is reported", category="behaviour")
def reported(learner, rng):
    reports, losses = agree(learner, rng, [draw_step(rng, 6, 2, 3, unlabelled=0.3) for _ in range(4)])
    require(len(reports) == len(losses), f"expected {len(losses)} reports, got {len(reports)}")
    for values, (number, loss) in zip(reports, losses):
        require(len(values) == 2 and type(values[0]) is int and type(values[1]) is float, f"expected report(int, float), got {values!r}")
        equal(values[0], number)
        close(values[1], loss, rtol=1e-3)


@check("when steps are asked for", category="behaviour")
def lazily(learner, rng):
    steps = Counted([draw_step(rng, 3, 2) for _ in range(4)])
    pulled = []
    learner.train(draw_weights(rng), steps, 0.1, NO_LIMIT, lambda number, loss: pulled.append((number, steps.pulled)))
    equal(pulled, [(0, 1), (1, 2), (2, 3), (3, 4)])


@check("a long training", category="scale")
def long_training(learner, rng):
    teacher = rng.normal(size=(6, 3))
    steps = []
    for _ in range(60):
        parts = draw_step(rng, 20, 5, 9)
        steps.append([(features, torch.tensor((features.numpy() @ teacher).argmax(axis=1))) for features, _ in parts])
    reports, losses = agree(learner, rng, steps, rate=0.05, limit=1.0)
    require(reports[-1][1] < 0.5 * reports[0][1], f"the loss should fall by half, it went from {reports[0][1]} to {reports[-1][1]}")


@check("no steps", category="edge")
def no_steps(learner, rng):
    agree(learner, rng, [])


@check("the first weights afterwards", category="state")
def weights_kept(learner, rng):
    weights, steps = draw_weights(rng), [draw_step(rng, 4, 3)]
    _, (after, *_) = with_arguments(learner.train, weights, steps, 0.1, NO_LIMIT, lambda number, loss: None)
    equal(after, weights)
