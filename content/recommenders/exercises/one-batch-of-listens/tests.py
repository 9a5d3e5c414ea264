"""Checks for one-batch-of-listens."""
import math

import torch
from onsite import check, close, equal, require, with_arguments


def by_the_formula(listeners, episodes, batch, share, temperature, rate):
    """The loss as it is written, row by row, and its gradient by autograd through both whole tables, in float64."""
    left, right = (table.double().clone().requires_grad_() for table in (listeners, episodes))
    pairs, log_weight = batch.tolist(), -share.double().log()
    losses = []
    for b, (u, i) in enumerate(pairs):
        candidates = [i] + [j for c, (_, j) in enumerate(pairs) if c != b and j != i]
        scores = torch.stack([left[u] @ right[j] for j in candidates]) / temperature
        # The logarithm of each term of the quotient; the first candidate is the row's own episode.
        terms = scores + log_weight[candidates]
        losses.append(torch.logsumexp(terms, dim=0) - terms[0])
    if not losses:
        return 0.0, listeners.clone(), episodes.clone()
    loss = torch.stack(losses).mean()
    loss.backward()
    return loss.item(), (left - rate * left.grad).detach(), (right - rate * right.grad).detach()


def drawn(rng, *, listeners=12, episodes=20, rows=9, d=4, repeat=1.5):
    popularity = rng.dirichlet([0.3] * episodes) + 1e-4
    heard = rng.choice(episodes, size=rows, p=popularity / popularity.sum())
    who = (rng.random(rows) ** repeat * listeners).astype(int)
    return (
        torch.from_numpy(rng.normal(size=(listeners, d))),
        torch.from_numpy(rng.normal(size=(episodes, d))),
        torch.stack([torch.from_numpy(who), torch.from_numpy(heard)], dim=1),
        torch.from_numpy(popularity),
    )


def compare(learner, listeners, episodes, batch, share, temperature, rate, rtol=1e-6):
    loss, left, right = by_the_formula(listeners, episodes, batch, share, temperature, rate)
    actual, after = with_arguments(learner.learn, listeners, episodes, batch, share, temperature, rate)
    close(actual, loss, rtol=rtol, atol=1e-9)
    close(after[0].double(), left, rtol=rtol, atol=rtol)
    close(after[1].double(), right, rtol=rtol, atol=rtol)
    return after


@check("two listens", visible=True, category="example")
def two_listens(learner):
    ones = torch.ones(2, 1, dtype=torch.float64)
    batch, share = torch.tensor([[0, 0], [1, 1]]), torch.tensor([0.75, 0.25], dtype=torch.float64)
    loss, after = with_arguments(learner.learn, ones.clone(), ones.clone(), batch, share, 1.0, 1.0)
    close(loss, (math.log(4) + math.log(4 / 3)) / 2)
    close(after[0], ones)
    close(after[1], torch.tensor([[1.25], [0.75]], dtype=torch.float64))


@check("one episode heard by many", visible=True, category="edge")
def heard_by_many(learner, rng):
    listeners, episodes, _, share = drawn(rng)
    batch = torch.tensor([[0, 3], [1, 3], [2, 5], [4, 3]])
    compare(learner, listeners, episodes, batch, share, 0.7, 0.5)


@check("drawn batches")
def drawn_batches(learner, rng):
    for temperature, rate in [(1.0, 0.1), (0.3, 1.0), (2.5, 0.7)]:
        compare(learner, *drawn(rng), temperature, rate)


@check("a listener who hears a lot", category="edge")
def hears_a_lot(learner, rng):
    listeners, episodes, _, share = drawn(rng)
    batch = torch.tensor([[7, 1], [7, 2], [7, 3], [0, 1], [7, 1]])
    compare(learner, listeners, episodes, batch, share, 0.5, 0.4)


@check("large scores and tiny shares", category="edge")
def large(learner, rng):
    listeners, episodes, batch, share = drawn(rng)
    compare(learner, listeners * 40, episodes * 40, batch, share, 0.5, 0.01)
    share[batch[::2, 1]] = 1e-30
    compare(learner, listeners, episodes, batch, share, 1.0, 0.1)


@check("everybody hears the same", category="edge")
def the_same(learner, rng):
    listeners, episodes, _, share = drawn(rng)
    batch = torch.tensor([[0, 4], [1, 4], [2, 4]])
    after = compare(learner, listeners, episodes, batch, share, 1.0, 1.0)
    equal(after[0], listeners)
    equal(after[1], episodes)


@check("no listens", category="edge")
def no_listens(learner, rng):
    listeners, episodes, _, share = drawn(rng)
    for batch in (torch.zeros(0, 2, dtype=torch.int64), torch.tensor([[3, 2]])):
        loss, after = with_arguments(learner.learn, listeners, episodes, batch, share, 1.0, 0.5)
        close(loss, 0.0)
        close(after[0], listeners)
        close(after[1], episodes)


@check("everything else", category="state")
def everything_else(learner, rng):
    listeners, episodes, batch, share = drawn(rng, listeners=30, episodes=40)
    _, after = with_arguments(learner.learn, listeners, episodes, batch, share, 0.5, 0.3)
    for table, changed, used in [(listeners, after[0], batch[:, 0]), (episodes, after[1], batch[:, 1])]:
        idle = torch.ones(len(table), dtype=torch.bool)
        idle[used] = False
        equal(changed[idle], table[idle])
        require(not changed.requires_grad, "expected tables that need no gradient, got requires_grad=True")
    equal(after[2], batch)
    equal(after[3], share)


@check("several batches in a row")
def in_a_row(learner, rng):
    listeners, episodes, _, share = drawn(rng)
    for _ in range(5):
        _, _, batch, _ = drawn(rng)
        listeners, episodes = compare(learner, listeners, episodes, batch, share, 0.8, 0.3)[:2]


@check("single precision")
def single(learner, rng):
    listeners, episodes, batch, share = drawn(rng, rows=24)
    after = compare(learner, listeners.float(), episodes.float(), batch, share.float(), 0.5, 0.2, rtol=1e-4)
    equal([str(after[0].dtype), str(after[1].dtype)], ["torch.float32", "torch.float32"])
