import pandas as pd


def payouts(orders: pd.DataFrame, items: pd.DataFrame, refunds: pd.DataFrame) -> pd.DataFrame:
    """One row a seller: seller, sold, refunded, payout."""
    raise NotImplementedError
