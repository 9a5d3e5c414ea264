# caught by: eighty long days
# goes back to the version with the next lower number, whether or not it was ever live
from bisect import bisect_right


class Registry:
    def __init__(self):
        self.scores, self.parents, self.stages = [], [], []
        self.retired = []
        self.current = None
        self.minutes, self.answered = [], []

    def register(self, parent, score):
        if parent is not None:
            self.stage(parent)
        self.scores.append(score)
        self.parents.append(parent)
        self.stages.append("candidate")
        return len(self.stages)

    def live(self):
        return self.current

    def stage(self, version):
        if not 1 <= version <= len(self.stages):
            raise KeyError(version)
        return self.stages[version - 1]

    def promote(self, version, expected, gate, at):
        self.require_promotable(version, expected)
        score = self.scores[version - 1]
        if not gate(score, None if expected is None else self.scores[expected - 1]):
            return False
        self.require_promotable(version, expected)
        if self.current is not None:
            self.stages[self.current - 1] = "retired"
            self.retired.append(self.current)
        self.switch(version, at)
        return True

    def require_promotable(self, version, expected):
        stage = self.stage(version)
        if self.current != expected:
            raise RuntimeError(f"{self.current} is live, not {expected}")
        if stage != "candidate":
            raise ValueError(f"{version} is {stage}")

    def rollback(self, at):
        lower = [one for one in range(1, self.current or 1) if self.stages[one - 1] != "rejected"]
        if not lower:
            raise ValueError("there is nothing to go back to")
        self.stages[self.current - 1] = "rejected"
        self.switch(lower[-1], at)
        return self.current

    def reject(self, version):
        if self.stage(version) == "live":
            raise ValueError(f"{version} is live")
        self.stages[version - 1] = "rejected"

    def taint(self, version, at):
        self.stage(version)
        tainted = {version}
        for child, parent in enumerate(self.parents, start=1):
            if parent in tainted:
                tainted.add(child)
        serving = self.current in tainted
        for one in tainted - {self.current}:
            self.stages[one - 1] = "rejected"
        if serving:
            bad = self.current
            try:
                self.rollback(at)
            except ValueError:
                self.switch(None, at)
            self.stages[bad - 1] = "rejected"
        return sorted(tainted)

    def switch(self, version, at):
        self.current = version
        if version is not None:
            self.stages[version - 1] = "live"
        self.minutes.append(at)
        self.answered.append(version)

    def live_at(self, at):
        place = bisect_right(self.minutes, at)
        return self.answered[place - 1] if place else None

    def lineage(self, version):
        self.stage(version)
        line = []
        while version is not None:
            line.append(version)
            version = self.parents[version - 1]
        return line
