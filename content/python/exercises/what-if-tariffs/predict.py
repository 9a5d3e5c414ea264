# %% What is the rate of `car` in the end?
# with ending: "commit" | "rollback"
tariffs = Tariffs({"car": 9, "bike": 5})
tariffs.begin()
tariffs.set("car", 1)
tariffs.begin()
tariffs.set("car", 2)
tariffs.set("car", 3)
tariffs.rollback()
getattr(tariffs, ending)()
tariffs.get("car")

# %% How many products have the rate 5 before, in and after the draft?
tariffs = Tariffs({"car": 9, "bike": 5})
counts = [tariffs.count(5)]
tariffs.begin()
tariffs.set("car", 5)
tariffs.remove("bike")
tariffs.set("van", 5)
counts.append(tariffs.count(5))
tariffs.rollback()
[*counts, tariffs.count(5)]

# %% How does it end?
tariffs = Tariffs({"car": 9})
tariffs.begin()
tariffs.commit()
tariffs.rollback()
