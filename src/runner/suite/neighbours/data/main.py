# Minds its own business, and looks whether anybody touched what is its own.
import time

import numpy as np
import pandas as pd

np.save("sales.npy", np.arange(10_000.0))


def totals(size):
    sales = np.load("sales.npy", mmap_mode="r")[:size]
    frame = pd.DataFrame({"shop": np.arange(size) % 7, "sales": sales})
    return frame.groupby("shop")["sales"].sum()


def settings():
    return np.geterr(), pd.get_option("display.max_rows"), np.get_printoptions()["precision"]


def rest(seconds):
    time.sleep(seconds)
