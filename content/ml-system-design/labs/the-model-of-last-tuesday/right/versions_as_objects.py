# a small object for each version, children known to their parents, and a counter that tells whether anything has changed
from dataclasses import dataclass, field


@dataclass
class Version:
    number: int
    score: int
    parent: "Version | None"
    stage: str = "candidate"
    children: list = field(default_factory=list)

    def family(self):
        yield self
        for child in self.children:
            yield from child.family()


class Conflict(RuntimeError):
    pass


class Registry:
    def __init__(self):
        self.versions = {}
        self.trail = []

    def register(self, parent, score):
        origin = None if parent is None else self.versions[parent]
        made = Version(len(self.versions) + 1, score, origin)
        if origin is not None:
            origin.children.append(made)
        self.versions[made.number] = made
        return made.number

    def live(self):
        return self.trail[-1][1] if self.trail else None

    def stage(self, version):
        return self.versions[version].stage

    def promote(self, version, expected, gate, at):
        wanted = self.versions[version]
        for asked in (False, True):
            if self.live() != expected:
                raise Conflict
            if wanted.stage != "candidate":
                raise ValueError(wanted.stage)
            if not asked and not gate(wanted.score, None if expected is None else self.versions[expected].score):
                return False
        self.serve(version, at)
        return True

    def serve(self, version, at):
        now = self.versions.get(self.live())
        if now is not None and now.stage == "live":
            now.stage = "retired"
        if version is not None:
            self.versions[version].stage = "live"
        self.trail.append((at, version))

    def earlier(self):
        for _, version in reversed(self.trail):
            if version is not None and self.versions[version].stage == "retired":
                return version
        return None

    def rollback(self, at):
        target = self.earlier()
        if self.live() is None or target is None:
            raise ValueError("nothing to go back to")
        self.versions[self.live()].stage = "rejected"
        self.serve(target, at)
        return target

    def reject(self, version):
        if self.versions[version].stage == "live":
            raise ValueError("live")
        self.versions[version].stage = "rejected"

    def taint(self, version, at):
        family = list(self.versions[version].family())
        serving = any(one.stage == "live" for one in family)
        for one in family:
            one.stage = "rejected"
        if serving:
            self.serve(self.earlier(), at)
        return sorted(one.number for one in family)

    def live_at(self, at):
        return next((version for when, version in reversed(self.trail) if when <= at), None)

    def lineage(self, version):
        one = self.versions[version]
        return [version] if one.parent is None else [version, *self.lineage(one.parent.number)]
