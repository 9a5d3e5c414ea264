import random

from world import days, gate, play


class Registry:
    def register(self, parent, score):
        """A new candidate, trained from version `parent` or from nothing; returns its number: 1, 2, 3 ..."""

    def live(self):
        """The live version, or None."""

    def stage(self, version):
        """candidate, live, retired or rejected."""

    def promote(self, version, expected, gate, at):
        """Makes a candidate the live version, if `expected` is live and the gate agrees."""

    def rollback(self, at):
        """Rejects the live version and brings back the one before; returns it."""

    def reject(self, version):
        """Takes a version out of use that is not live."""

    def taint(self, version, at):
        """Rejects a version and everything that was trained from it; returns their numbers."""

    def live_at(self, at):
        """The version that was live at the end of that minute, or None."""

    def lineage(self, version):
        """The version, what it was trained from, and so on to the first."""
