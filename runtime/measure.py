"""Checks of what a piece of work costs, by the kernel's figures of fresh processes, against the solution's cost on the same inputs.

Noise of CPU time on a busy machine is about 15 %, and another processor or version of a library shifts it more: no bound
below twice the cost can be defended, and none is taken.
"""
import math

from compare import CheckFailed, close
from rival import BrokenExercise, Rival

LEAST = 2.0  # times the solution's cost
SHORT_MS = 5.0  # less CPU time than this is not told apart
SMALL_BYTES = 8 * 1024 * 1024  # nor less memory than this
LOADING_MS = 250.0  # what a module may use while it loads, for imports; more is work done ahead, and is counted
state = {}  # the judge's line to Node


class Cost:
    def __init__(self, cpu_ms, memory_bytes, answer):
        self.cpu_ms = cpu_ms
        self.memory_bytes = memory_bytes
        self.answer = answer


def cost(of, work, arguments):
    """What the work costs in a fresh process: CPU time with the way of its arguments and its answer, most memory of the whole process."""
    with Rival(state["line"], of) as rival:
        loading, _ = rival.figures()
        answer = rival.work(work, arguments)
        cpu_ms, memory = rival.figures()
    return Cost(cpu_ms - loading + max(0.0, loading - LOADING_MS), memory, answer)


def fast(work, make, within=3.0, rounds=3, same=close):
    """The work takes at most `within` times the CPU time of the solution's: the least of several rounds, each on new arguments."""
    _require_defensible(within)
    learners, solutions = _both(work, make, rounds, same)
    mine, reference = min(each.cpu_ms for each in learners), min(each.cpu_ms for each in solutions)
    if mine > within * max(reference, SHORT_MS):
        raise CheckFailed(f"expected at most {within:g} times the CPU time of the reference ({reference:.0f} ms), got {mine:.0f} ms")


def light(work, make, within=2.0, rounds=1, same=close):
    """The process that does the work has at its peak at most `within` times the memory of the solution's, beyond a fresh interpreter."""
    _require_defensible(within)
    learners, solutions = _both(work, make, rounds, same)
    mine, reference = min(each.memory_bytes for each in learners), min(each.memory_bytes for each in solutions)
    if mine > within * max(reference, SMALL_BYTES):
        raise CheckFailed(f"expected at most {within:g} times the memory of the reference ({_mb(reference)}), got {_mb(mine)}")


def grows(work, make, n, power=1.0, rounds=3, same=close):
    """CPU time over n, 2n and 4n grows about as n to the `power`: four times the input costs less than twice what that says."""
    sizes = (n, 2 * n, 4 * n)
    least = dict.fromkeys(sizes, math.inf)
    for turn in range(rounds):
        for size in sizes:
            arguments = make(size)
            mine = cost("learner", work, arguments)
            least[size] = min(least[size], mine.cpu_ms)
            if turn == 0 and same is not None:
                same(mine.answer, cost("solution", work, arguments).answer)
    first, last = (max(least[size], SHORT_MS) for size in (n, 4 * n))
    found = math.log(last / first, 4)
    if found > power + math.log(LEAST, 4):
        times = ", ".join(f"{least[size]:.0f} ms for {size:,}" for size in sizes)
        raise CheckFailed(f"expected CPU time to grow about as n**{power:g}, got n**{found:.1f}: {times}")


def _both(work, make, rounds, same):
    """Costs of learner and solution, back to back on the same arguments; their answers must agree."""
    learners, solutions = [], []
    for _ in range(rounds):
        arguments = make()
        learners.append(cost("learner", work, arguments))
        solutions.append(cost("solution", work, arguments))
        if same is not None:
            same(learners[-1].answer, solutions[-1].answer)
    return learners, solutions


def _require_defensible(within):
    if within < LEAST:
        raise BrokenExercise(f"a bound of {within:g} times the solution's cost is within the noise: {LEAST:g} is the least")


def _mb(size):
    return f"{size / 2**20:.0f} MB"
