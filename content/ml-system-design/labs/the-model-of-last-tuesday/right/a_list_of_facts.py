# keeps facts only, and folds them into the present state whenever it is asked
class Registry:
    def __init__(self):
        self.facts = []

    def fold(self):
        stages, parents, scores, order, live = {}, {}, {}, [], None
        for kind, *details in self.facts:
            if kind == "made":
                version, parents[version], scores[version] = details[0], details[1], details[2]
                stages[version] = "candidate"
            elif kind == "out":
                stages[details[0]] = "rejected"
            elif kind == "live":
                if live is not None and stages[live] == "live":
                    stages[live] = "retired"
                live = details[0]
                if live is not None:
                    stages[live] = "live"
                    order.append(live)
        return stages, parents, scores, order, live

    def register(self, parent, score):
        stages = self.fold()[0]
        if parent is not None and parent not in stages:
            raise KeyError(parent)
        self.facts.append(("made", len(stages) + 1, parent, score))
        return len(stages) + 1

    def live(self):
        return self.fold()[4]

    def stage(self, version):
        return self.fold()[0][version]

    def promote(self, version, expected, gate, at):
        scores = self.allowed(version, expected)
        if not gate(scores[version], scores.get(expected)):
            return False
        self.allowed(version, expected)
        self.facts.append(("live", version, at))
        return True

    def allowed(self, version, expected):
        stages, _, scores, _, live = self.fold()
        stage = stages[version]
        if live != expected:
            raise RuntimeError("somebody was quicker")
        if stage != "candidate":
            raise ValueError(stage)
        return scores

    def rollback(self, at):
        stages, _, _, order, live = self.fold()
        good = [one for one in order if stages[one] == "retired"]
        if live is None or not good:
            raise ValueError("nothing to go back to")
        self.facts += [("out", live), ("live", good[-1], at)]
        return good[-1]

    def reject(self, version):
        if self.stage(version) == "live":
            raise ValueError("it is live")
        self.facts.append(("out", version))

    def taint(self, version, at):
        self.stage(version)
        stages, _, _, order, live = self.fold()
        found = [one for one in stages if version in self.lineage(one)]
        self.facts += [("out", one) for one in found]
        if live in found:
            good = [one for one in order if stages[one] == "retired" and one not in found]
            self.facts.append(("live", good[-1] if good else None, at))
        return found

    def live_at(self, at):
        told = [fact[1] for fact in self.facts if fact[0] == "live" and fact[2] <= at]
        return told[-1] if told else None

    def lineage(self, version):
        parents, line = self.fold()[1], []
        while version is not None:
            line.append(version)
            version = parents[version]
        return line
