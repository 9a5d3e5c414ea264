import torch


class Scaler(torch.nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features = features
        self.eps = eps
        # Buffers: in the file and moved with the model, invisible to an optimiser. A whole number survives .half().
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("variance", torch.ones(features))
        self.register_buffer("count", torch.tensor(0))

    def forward(self, readings):
        if readings.shape[-1] != self.features:
            raise ValueError(f"expected {self.features} readings a row, got {readings.shape[-1]}")
        if self.training and len(readings) > 0:
            self.take_in(readings)
        return ((readings - self.mean) / torch.sqrt(self.variance + self.eps)).to(readings.dtype)

    @torch.no_grad()  # the state is counted, not learned: no graph may hang on it
    def take_in(self, readings):
        rows, before = len(readings), self.count.item()
        variance, mean = torch.var_mean(readings, dim=0, correction=0)
        total = before + rows
        gap = mean - self.mean
        # Deviations from the batch's own mean first, the gap between the means second: nothing large cancels.
        squares = self.variance * before + variance * rows + gap**2 * (before * rows / total)
        # In place, so that whoever holds the buffer (a copy of the model, a state_dict) keeps holding the right one.
        self.variance.copy_(squares / total)
        self.mean += gap * (rows / total)
        self.count += rows
