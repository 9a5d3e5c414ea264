"""Tensors on the wire: dense, on the CPU, by a whitelist of dtypes. Whether one requires a gradient travels too."""
import math

import torch

from codec import BadFrame, register
from codec_numpy import shape_of

DTYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16,
        torch.float32, torch.float64, torch.complex64, torch.complex128,
    )
}
NAMES = {dtype: name for name, dtype in DTYPES.items()}


def encode_tensor(encoder, value):
    name = NAMES.get(value.dtype)
    if name is None or value.layout != torch.strided or value.device.type != "cpu":
        return encoder.refer(value)
    plain = value.detach().resolve_conj().resolve_neg().contiguous()
    data = plain.reshape(-1).view(torch.uint8).numpy().data if plain.numel() else b""
    return ["T", name, list(value.shape), value.requires_grad, encoder.buffer(data)]


def decode_tensor(decoder, name, shape, requires_grad, number):
    dtype, shape, data = DTYPES.get(name), shape_of(shape), decoder.buffer(number)
    if dtype is None:
        raise BadFrame("a dtype that does not travel")
    if math.prod(shape) * dtype.itemsize != len(data):
        raise BadFrame("a tensor whose shape is not that of its data")
    if dtype == torch.bool and data and torch.frombuffer(data, dtype=torch.uint8).max() > 1:
        raise BadFrame("booleans that are neither true nor false")
    tensor = torch.frombuffer(decoder.own(number), dtype=dtype).reshape(shape) if data else torch.empty(shape, dtype=dtype)
    return tensor.requires_grad_() if requires_grad is True and dtype.is_floating_point else tensor


register(torch.Tensor, encode_tensor, {"T": decode_tensor})
register(torch.nn.Parameter, encode_tensor, {})
register(torch.Size, lambda encoder, value: ["t", *value], {})
register(torch.dtype, lambda encoder, value: ["tdtype", NAMES[value]] if value in NAMES else encoder.refer(value),
         {"tdtype": lambda _decoder, name: DTYPES[name]})
