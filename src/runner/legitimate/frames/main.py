# Text in, grouped, joined by time, rolled, turned, out again.
import io

import pandas as pd


def double(number):
    frame = pd.read_csv(io.StringIO("day,shop,sales\n2024-01-01,a,1\n2024-01-02,a,3\n2024-01-02,b,5\n"), parse_dates=["day"])
    assert frame.groupby("shop", as_index=False)["sales"].sum()["sales"].tolist() == [4, 5]
    right = pd.DataFrame({"day": pd.to_datetime(["2024-01-01"]), "price": [2]})
    assert pd.merge_asof(frame.sort_values("day"), right, on="day")["price"].tolist() == [2, 2, 2]
    assert frame.pivot_table(index="day", columns="shop", values="sales").shape == (2, 2)
    assert frame.set_index("day")["sales"].rolling("2D").sum().tolist() == [1, 4, 9]
    assert frame.eval("twice = sales * 2").query("twice > 5")["sales"].tolist() == [3, 5]
    assert frame.melt(id_vars="day").shape == (6, 3) and frame.explode("sales").shape == (3, 3) and frame.to_json()
    frame.to_csv("frame.csv")
    frame.to_pickle("frame.pkl")
    assert pd.read_pickle("frame.pkl").equals(frame)
    return int(pd.Series([number] * 2).sum())
