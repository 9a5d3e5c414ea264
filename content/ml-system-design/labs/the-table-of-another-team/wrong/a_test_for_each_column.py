# caught by: fourteen other shops
# a Kolmogorov-Smirnov test for each column at 1 %: every real change of the business is significant, a fault in identity is not
from scipy.stats import ks_2samp


class Contract:
    def __init__(self, history):
        self.history = history
        self.names = ["items", "amount", "discount", "hour", "shipped", "customer"]

    def violations(self, batch):
        found = [f"{name} is missing" for name in self.history if name not in batch]
        for name in self.names:
            if name in batch and ks_2samp(self.history[name].dropna(), batch[name].dropna()).pvalue < 0.01:
                found.append(f"{name} is distributed otherwise")
        return found
