# Labels that are three numbers on the wire and a quintillion when they are looked at.
import pandas as pd


def table():
    return pd.DataFrame(index=pd.RangeIndex(2**60))
