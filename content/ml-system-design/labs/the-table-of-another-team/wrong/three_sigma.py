# caught by: fourteen other shops
# the mean of each column within three standard deviations of the daily means: it looks at averages of rows that it takes for good
import numpy as np


class Contract:
    def __init__(self, history):
        self.names = [name for name in history.select_dtypes("number").columns if name not in ("day", "order")]
        daily = history.groupby("day")[self.names].mean()
        self.rows = history.groupby("day").size()
        self.mean, self.spread = daily.mean(), daily.std()

    def violations(self, batch):
        found = [f"{name} is missing" for name in self.names if name not in batch]
        for name in self.names:
            if name in batch and abs(batch[name].mean() - self.mean[name]) > 3 * self.spread[name]:
                found.append(f"the mean of {name} has moved")
        if abs(len(batch) - self.rows.mean()) > 3 * self.rows.std():
            found.append("an unusual number of rows")
        return found
