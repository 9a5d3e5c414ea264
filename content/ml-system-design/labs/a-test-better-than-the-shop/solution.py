import numpy as np
from world import window


def features(payments, served):
    rows = served["payment"].to_numpy()
    count, spent = served["count"].to_numpy(), served["spent"].to_numpy()
    something = count > 0

    # The log of the service says how it computes. First how late it is: with the right delay all counts agree.
    lag = max(range(9), key=lambda hours: np.mean(window(payments, hours).loc[rows, "count"].to_numpy()[something] == count[something]))
    table = window(payments, lag)

    # Then its unit, a constant ratio ...
    table["spent"] *= np.median(spent[something] / table.loc[rows, "spent"].to_numpy()[something])

    # ... and what it says where there is nothing: the value that stands where we have none.
    empty = table["count"] == 0
    table.loc[empty, ["count", "spent"]] = served.loc[~something, ["count", "spent"]].median().to_numpy()
    return table
