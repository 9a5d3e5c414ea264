"""Checks for captions-that-cannot-wait."""
import torch
from onsite import check, close, equal, require, with_arguments
from torch.nn.functional import linear, scaled_dot_product_attention


def drawn_weights(rng, width, heads, shared):
    size = width // heads
    rows = {"query": heads * size, "key": shared * size, "value": shared * size, "out": width}
    columns = {"out": heads * size}
    return {
        f"{name}.weight": torch.from_numpy(rng.normal(size=(count, columns.get(name, width)))) / width**0.5
        for name, count in rows.items()
    }


def listener(learner, weights, width, heads, shared, window):
    model = learner.Listener(width, heads, shared, window)
    model.double()
    model.load_state_dict(weights)
    return model


def turned(x):
    """Rotary positions as a product of complex numbers."""
    n, size = x.shape[-2:]
    half = size // 2
    angle = torch.outer(torch.arange(n).double(), 10_000.0 ** (-torch.arange(half).double() / half))
    z = torch.complex(x[..., :half], x[..., half:]) * torch.polar(torch.ones_like(angle), angle)
    return torch.cat([z.real, z.imag], dim=-1)


def whole(weights, frames, heads, shared, window):
    """The whole recording in one go, head by head, with PyTorch's own attention."""
    batch, n, width = frames.shape
    q, k, v = (linear(frames, weights[f"{name}.weight"]) for name in ("query", "key", "value"))
    size = width // heads
    position = torch.arange(n)
    allowed = torch.stack([(position <= p) & (position > p - window) for p in range(n)])
    outputs = []
    for h in range(heads):
        g = h // (heads // shared)
        cut, cut_shared = slice(h * size, (h + 1) * size), slice(g * size, (g + 1) * size)
        outputs.append(
            scaled_dot_product_attention(turned(q[..., cut]), turned(k[..., cut_shared]), v[..., cut_shared], attn_mask=allowed)
        )
    return linear(torch.cat(outputs, dim=-1), weights["out.weight"])


def in_bursts(model, frames, lengths):
    answers, past = [], None
    for burst in torch.split(frames, lengths, dim=1):
        answer, past = model(burst, past) if past is not None else model(burst)
        answers.append(answer.detach())
        past = (past[0].detach(), past[1].detach(), past[2])
    return torch.cat(answers, dim=1), past


def compare(learner, rng, lengths, *, width=16, heads=4, shared=2, window=5, batch=2):
    weights = drawn_weights(rng, width, heads, shared)
    frames = torch.from_numpy(rng.normal(size=(batch, sum(lengths), width)))
    model = listener(learner, weights, width, heads, shared, window)
    answers, past = in_bursts(model, frames, lengths)
    close(answers, whole(weights, frames, heads, shared, window), rtol=1e-6, atol=1e-8)
    return past


@check("one burst", visible=True, category="example")
def one_burst(learner, rng):
    compare(learner, rng, [6], window=20)


@check("two bursts", visible=True, category="example")
def two_bursts(learner, rng):
    compare(learner, rng, [4, 3], heads=2, shared=2, window=20)


@check("drawn bursts")
def drawn_bursts(learner, rng):
    for _ in range(4):
        lengths = rng.integers(1, 9, size=5).tolist()
        compare(learner, rng, lengths, window=int(rng.integers(2, 12)))


@check("a short memory", category="edge")
def short_memory(learner, rng):
    compare(learner, rng, [2, 9, 1, 7], window=3)


@check("shared heads")
def shared_heads(learner, rng):
    compare(learner, rng, [3, 4], width=24, heads=6, shared=2, window=6)
    compare(learner, rng, [3, 4], width=24, heads=6, shared=1, window=6)


@check("frame by frame")
def frame_by_frame(learner, rng):
    compare(learner, rng, [1] * 12, window=4)


@check("a window of one", category="edge")
def window_of_one(learner, rng):
    keys, values, seen = compare(learner, rng, [2, 1, 3], window=1)
    equal([tuple(keys.shape), tuple(values.shape), seen], [(2, 2, 0, 4), (2, 2, 0, 4), 6])


@check("empty bursts", category="edge")
def empty_bursts(learner, rng):
    compare(learner, rng, [0, 3, 0, 2], window=4)


@check("what is kept", category="state")
def what_is_kept(learner, rng):
    width, heads, shared, window = 16, 4, 2, 4
    model = listener(learner, drawn_weights(rng, width, heads, shared), width, heads, shared, window)
    past, seen = None, 0
    for length in [3, 0, 5, 1, 1]:
        frames = torch.from_numpy(rng.normal(size=(3, length, width)))
        _, past = model(frames, past) if past is not None else model(frames)
        seen += length
        shape = (3, shared, min(seen, window - 1), width // heads)
        require(past[2] == seen, f"expected seen = {seen}, got {past[2]!r}")
        equal([tuple(past[0].shape), tuple(past[1].shape)], [shape, shape])


@check("two broadcasts in turn", category="state")
def in_turn(learner, rng):
    width, heads, shared, window = 16, 2, 1, 6
    weights = drawn_weights(rng, width, heads, shared)
    model = listener(learner, weights, width, heads, shared, window)
    first, second = (torch.from_numpy(rng.normal(size=(1, 6, width))) for _ in range(2))
    a, past_first = model(first[:, :4])
    b, past_second = model(second[:, :2])
    c, _ = model(first[:, 4:], past_first)
    d, _ = model(second[:, 2:], past_second)
    close(torch.cat([a, c], dim=1).detach(), whole(weights, first, heads, shared, window), rtol=1e-6, atol=1e-8)
    close(torch.cat([b, d], dim=1).detach(), whole(weights, second, heads, shared, window), rtol=1e-6, atol=1e-8)


@check("continued twice", category="state")
def continued_twice(learner, rng):
    width, heads, shared, window = 16, 4, 2, 4
    model = listener(learner, drawn_weights(rng, width, heads, shared), width, heads, shared, window)
    frames = torch.from_numpy(rng.normal(size=(1, 8, width)))
    _, past = model(frames[:, :5])
    past = (past[0].detach(), past[1].detach(), past[2])
    _, after = with_arguments(model.forward, frames[:, 5:], past)
    equal(after[0], frames[:, 5:])
    equal(after[1], past)


@check("single precision")
def single(learner, rng):
    weights = drawn_weights(rng, 16, 4, 2)
    model = learner.Listener(16, 4, 2, 5)
    model.load_state_dict({name: value.float() for name, value in weights.items()})
    frames = torch.from_numpy(rng.normal(size=(2, 9, 16)))
    answers, _ = in_bursts(model, frames.float(), [4, 5])
    equal(str(answers.dtype), "torch.float32")
    close(answers.double(), whole(weights, frames, 4, 2, 5), rtol=1e-3, atol=1e-4)
