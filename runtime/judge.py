"""The judge's side of a job: runs tests.py against the learner, who is in another process, and reports check by check.

Its reports go to Node over a connection of its own; nothing that the candidate sends ends up there but as text to show.
"""
import linecache
import sys
import traceback
import types

import draw
import interval
import measure
import onsite
import remote
import rival
import shown
from channel import Gone
from compare import CheckFailed, Mismatch

# Errors of tests.py that no value of the learner's can cause.
AUTHORS = (NameError, ImportError, SyntaxError, rival.BrokenExercise)


class Judge:
    def __init__(self, channel, reports, payload):
        self.conversation = remote.Conversation(channel)
        self.learner = remote.Remote(self.conversation, ["ref", "learner"], "module")
        self.line = measure.state["line"] = rival.Line(reports, getattr(channel, "turn", None))
        self.payload = payload
        self.solution = None

    def report(self, kind, **details):
        self.line.say(kind, **details)

    def load_checks(self):
        """Runs tests.py, beside the world of a lab; returns its checks, the visible ones first."""
        if self.payload["world"] is not None:
            _run_module("world", self.payload["world"])
        _run_module("tests", self.payload["tests"])
        chosen = [check for check in onsite.checks if check.visible or self.payload["checks"] == "all"]
        self.report("plan", checks=[{"name": check.name, "visible": check.visible, "category": check.category} for check in chosen])
        return sorted(chosen, key=lambda check: not check.visible)

    def run(self):
        try:
            checks = self.load_checks()
        except BaseException:
            self.report("fault", message="tests.py can not be loaded.", detail=_story() if self.payload["reveal"] else "")
            return
        try:
            self.conversation.listen()
        except remote.LearnerError as problem:
            self.report("load", message=problem.text, memory=problem.memory)
            return
        except (Gone, remote.Broken) as problem:
            self.report("gone", check=None, message=_broken(problem))
            return
        hidden = False
        for check in checks:
            if not check.visible and not hidden:
                hidden = True
                self.hide()
            if not self.run_check(check):
                return
        if not hidden:
            self.flush()
        self.report("end")

    def flush(self):
        """Lets a line that is not finished yet be seen too."""
        try:
            self.conversation.ask("flush")
        except (Gone, remote.Broken, remote.LearnerError):
            pass

    def hide(self):
        """From here on what the learner's code prints may tell of hidden inputs: Node says when it stopped listening."""
        self.flush()
        self.report("hidden")
        self.line.hear()

    def run_check(self, check):
        """Reports the check's outcome; false when there is no learner left to ask."""
        try:
            interval.taken.clear()
            self.conversation.begin(draw.derive(self.payload["seed"], "candidate", check.name))
            check.function(**self.arguments(check))
            if self.conversation.failure is not None:
                raise self.conversation.failure
            interval.require_met()
        except (Gone, remote.Broken) as problem:
            self.report("gone", check=check.name, message=_broken(problem))
            return False
        except Mismatch as problem:
            self.outcome(check, "failed", str(problem), _difference(problem))
        except interval.NotMet as problem:
            self.outcome(check, "failed", str(problem), public=True)
        except CheckFailed as problem:
            self.outcome(check, "failed", str(problem))
        except remote.LearnerError as problem:
            self.outcome(check, "out-of-memory" if problem.memory else "errored", problem.text)
        except Exception as problem:
            if isinstance(problem, AUTHORS) or self.conversation.answers == 0:
                self.report("fault", message=f"The check '{check.name}' is broken.", detail=_story() if self.tells(check) else "")
                return False
            self.outcome(check, "failed", f"The check could not use what came back: {_story()}")
        else:
            self.outcome(check, "passed", "")
        self.conversation.end()
        return True

    def arguments(self, check):
        rng = draw.generator(draw.derive(self.payload["seed"], "judge", check.name)) if "rng" in check.wants else None
        draw.reseed(draw.derive(self.payload["seed"], "globals", check.name))
        if "solution" in check.wants and self.solution is None:
            self.solution = _run_module("solution", self.payload["solution"])
        given = {"learner": self.learner, "rng": rng, "solution": self.solution}
        return {want: given[want] for want in check.wants}

    def tells(self, check):
        """Whether more than the check's name and category may be said."""
        return check.visible or self.payload["reveal"]

    def outcome(self, check, outcome, message, difference=None, public=False):
        tells = self.tells(check)
        if not (tells or public) and outcome != "passed":
            message, difference = f"A hidden check ({check.category}) did not pass.", None
        details = {"difference": difference} if difference and tells else {}
        if interval.taken:
            details["measured"] = interval.taken
        self.report("check", name=check.name, outcome=outcome, message=message[:6000], **details)


def _difference(mismatch):
    """Both values side by side, or None for what can not be shown: the outcome stands without."""
    try:
        return shown.difference(mismatch.expected, mismatch.actual, mismatch.cells)
    except Exception:
        return None


def _broken(problem):
    return "" if isinstance(problem, Gone) else str(problem)


def _run_module(name, source):
    """Runs a file of the exercise as a module. linecache knows it, so that a traceback shows its lines."""
    linecache.cache[f"{name}.py"] = (len(source), None, source.splitlines(keepends=True), f"{name}.py")
    module = types.ModuleType(name)
    module.__file__ = f"{name}.py"
    sys.modules[name] = module
    exec(compile(source, f"{name}.py", "exec", dont_inherit=True), module.__dict__)
    return module


def _story():
    """The current exception with the lines of the exercise's own files that led to it."""
    kind, problem, trace = sys.exc_info()
    lines = ["".join(traceback.format_exception_only(kind, problem)).strip()]
    for frame in traceback.extract_tb(trace):
        if frame.filename in ("tests.py", "solution.py", "world.py"):
            lines.append(f"  {frame.filename}, line {frame.lineno}, in {frame.name}: {frame.line}")
    return "\n".join(lines)[:6000]
