"""Checks for readings-in-every-unit."""
import numpy as np
import torch
from onsite import check, close, equal, keep, raises, read, require, with_arguments

EPS = 1e-5


def state_of(batches):
    """All rows in one piece, in float64."""
    rows = np.concatenate([np.asarray(batch, dtype=np.float64) for batch in batches])
    return rows.mean(axis=0), rows.var(axis=0), len(rows)


def scaled(batch, mean, variance, eps=EPS):
    return (np.asarray(batch, dtype=np.float64) - mean) / np.sqrt(variance + eps)


def draw(rng, *sizes, centre=(0.5, -2.0, 10.0), spread=(1.0, 0.3, 4.0)):
    return [torch.tensor(rng.normal(centre, spread, size=(size, len(centre))), dtype=torch.float32) for size in sizes]


def same_state(scaler, batches, rtol=1e-3):
    mean, variance, count = state_of(batches)
    state = scaler.state_dict()
    require(sorted(state) == ["count", "mean", "variance"], f"state_dict() should hold count, mean and variance, it holds {sorted(state)}")
    close(state["mean"].double(), torch.tensor(mean), rtol=rtol, atol=1e-5)
    close(state["variance"].double(), torch.tensor(variance), rtol=rtol, atol=1e-7)
    require(tuple(state["count"].shape) == () and int(state["count"]) == count, f"the count should be {count}, it is {state['count']}")


def same_output(actual, expected, tolerance=1e-3):
    close(actual, torch.tensor(expected, dtype=torch.float32), rtol=tolerance, atol=tolerance)


@check("the worked example", visible=True, category="example")
def worked_example(learner):
    scaler = learner.Scaler(1)
    same_output(scaler(torch.tensor([[0.0], [2.0]])), [[-1.0], [1.0]])
    same_output(scaler(torch.tensor([[10.0]])), [[6.0 / np.sqrt(56 / 3)]])
    close(read(scaler, "mean").double(), torch.tensor([4.0]).double(), rtol=1e-5)
    close(read(scaler, "variance").double(), torch.tensor([56 / 3]).double(), rtol=1e-5)


@check("one batch", visible=True)
def one_batch(learner, rng):
    (batch,) = draw(rng, 50)
    mean, variance, _ = state_of([batch])
    same_output(learner.Scaler(3)(batch), scaled(batch, mean, variance))


@check("batches of several sizes", category="state")
def several_sizes(learner, rng):
    scaler = learner.Scaler(3)
    batches = draw(rng, 40, 1, 7, 100, 1, 1)
    for number, batch in enumerate(batches, start=1):
        mean, variance, _ = state_of(batches[:number])
        same_output(scaler(batch), scaled(batch, mean, variance))
    same_state(scaler, batches)


@check("a machine in each batch", category="state")
def machines(learner, rng):
    scaler = learner.Scaler(2)
    batches = [draw(rng, size, centre=(level, -level), spread=(0.1, 0.5))[0] for size, level in [(20, 0.0), (30, 8.0), (5, -20.0)]]
    for batch in batches:
        scaler(batch)
    same_state(scaler, batches)


@check("large readings that vary little", category="edge")
def large_readings(learner, rng):
    scaler = learner.Scaler(2)
    batches = draw(rng, 300, 200, 500, centre=(1000.0, -700.0), spread=(1.0, 1.0))
    for batch in batches:
        scaler(batch)
    same_state(scaler, batches)


@check("in service", category="behaviour")
def in_service(learner, rng):
    scaler = learner.Scaler(3)
    batches, (other,) = draw(rng, 30, 20), draw(rng, 9, centre=(7.0, 7.0, 7.0))
    for batch in batches:
        scaler(batch)
    mean, variance, _ = state_of(batches)
    scaler.eval()
    same_output(scaler(other), scaled(other, mean, variance))
    same_output(scaler(other[:1]), scaled(other[:1], mean, variance))
    same_state(scaler, batches)
    scaler.train()
    scaler(other)
    same_state(scaler, [*batches, other])


@check("in service from the start", category="behaviour")
def in_service_before_training(learner, rng):
    (batch,) = draw(rng, 12)
    scaler = learner.Scaler(3)
    scaler.eval()
    same_output(scaler(batch), batch.double().numpy() / np.sqrt(1 + EPS))
    state = scaler.state_dict()
    require(int(state["count"]) == 0, f"the count should be 0, it is {state['count']}")


@check("the model's file", category="state")
def model_file(learner, rng):
    scaler, fresh = learner.Scaler(3), learner.Scaler(3)
    batches, (other,) = draw(rng, 25, 35), draw(rng, 6)
    for batch in batches[:1]:
        scaler(batch)
    fresh.load_state_dict(scaler.state_dict())
    same_state(fresh, batches[:1])
    fresh(batches[1])
    same_state(fresh, batches)
    fresh.eval()
    mean, variance, _ = state_of(batches)
    same_output(fresh(other), scaled(other, mean, variance))


@check("what an optimiser sees", category="state")
def optimiser(learner):
    count = sum(1 for _ in learner.Scaler(4).parameters())
    require(count == 0, f"the layer should have no parameters, it has {count}")


@check("other precisions", category="edge")
def other_precisions(learner, rng):
    scaler = learner.Scaler(3)
    scaler.double()
    batches = [batch.double() for batch in draw(rng, 20, 30)]
    scaler(batches[0])
    result = scaler(batches[1])
    mean, variance, _ = state_of(batches)
    require(result.dtype == torch.float64, f"the type should be float64, it is {result.dtype}")
    close(result, torch.tensor(scaled(batches[1], mean, variance)), rtol=1e-9, atol=1e-9)
    same_state(scaler, batches, rtol=1e-9)


@check("the type of the result", category="edge")
def result_type(learner, rng):
    result = learner.Scaler(3)(draw(rng, 8)[0])
    require(result.dtype == torch.float32, f"the type should be float32, it is {result.dtype}")


@check("another eps", category="edge")
def other_eps(learner, rng):
    scaler = learner.Scaler(3, eps=0.5)
    (batch,) = draw(rng, 40)
    mean, variance, _ = state_of([batch])
    same_output(scaler(batch), scaled(batch, mean, variance, eps=0.5))
    same_state(scaler, [batch])


@check("readings that never change", category="edge")
def constant(learner):
    same_output(learner.Scaler(2)(torch.full((5, 2), 3.0)), np.zeros((5, 2)))
    same_output(learner.Scaler(2)(torch.full((1, 2), 3.0)), np.zeros((1, 2)))


@check("no rows", category="edge")
def no_rows(learner, rng):
    scaler = learner.Scaler(3)
    empty = torch.zeros(0, 3)
    equal(scaler(empty), empty)
    (batch,) = draw(rng, 10)
    scaler(batch)
    equal(scaler(empty), empty)
    same_state(scaler, [batch])


@check("a wrong width", category="edge")
def wrong_width(learner):
    scaler = learner.Scaler(3)
    for width in (1, 4):
        with raises("ValueError"):
            scaler(torch.zeros(2, width))


@check("gradients of the readings", category="behaviour")
def gradients(learner, rng):
    scaler = learner.Scaler(3)
    batches = draw(rng, 15, 25, 10)
    losses = []
    for number, batch in enumerate(batches, start=1):
        weights = torch.tensor(rng.normal(size=tuple(batch.shape)), dtype=torch.float32)
        # A leaf that lives beside the layer, so that its gradient can be read.
        rows = keep(scaler.mean.new_tensor, batch.tolist(), dtype=torch.float32, requires_grad=True)
        result = keep(scaler, rows)
        losses.append((rows, keep(keep(result.mul, weights).sum), weights, state_of(batches[:number])[1]))
    for rows, loss, weights, variance in losses:
        loss.backward()
        close(read(rows, "grad"), torch.tensor(weights.double().numpy() / np.sqrt(variance + EPS), dtype=torch.float32), rtol=1e-3, atol=1e-4)


@check("the readings afterwards", category="state")
def readings_kept(learner, rng):
    scaler = learner.Scaler(3)
    (batch,) = draw(rng, 10)
    _, (after,) = with_arguments(scaler, batch)
    equal(after, batch)
