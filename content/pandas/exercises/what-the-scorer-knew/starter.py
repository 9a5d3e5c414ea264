import pandas as pd


def scores(applications: pd.DataFrame, bureau: pd.DataFrame) -> pd.Series:
    """The score that was known at each decision; index and order of `applications`."""
    raise NotImplementedError
