# Convolutions, recurrences, attention, embeddings, dropout, normalisation.
import torch
from torch import nn


def double(number):
    torch.manual_seed(0)
    image = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.1))(torch.randn(2, 3, 32, 32))
    states, _ = nn.LSTM(8, 16, batch_first=True, bidirectional=True)(image.flatten(2).transpose(1, 2)[:, :20])
    attended, _ = nn.MultiheadAttention(32, 4, batch_first=True)(states, states, states)
    encoded = nn.TransformerEncoderLayer(32, 4, batch_first=True)(attended)
    gru, _ = nn.GRU(32, 8)(encoded)
    words = nn.EmbeddingBag(10, 8)(torch.tensor([[1, 2]]))
    (gru.sum() + words.sum() + nn.functional.scaled_dot_product_attention(states, states, states).sum()).backward()
    return 2 * number
