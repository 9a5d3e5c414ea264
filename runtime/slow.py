"""Callbacks that take time, by a clock of the judge's own: what overlaps is seen from outside.

A call begins when its question comes. While the learner's code still asks for more, none ends; once it has been quiet for a while,
the one whose time is up first ends and the clock goes on to that moment. So a minute of waiting costs no minute, a busy machine
does not change what overlaps, and neither threads nor event loops of the learner's need be believed.
"""
import heapq
import itertools

from compare import CheckFailed

PATIENCE_S = 0.4  # as long as more calls could come at once, for a machine that is busy with others
VAIN = 3  # waits after which it is believed that no more come at once
QUIET_S = 0.05  # when as many are there as the check expects: who asks for more is seen


class Call:
    """One call of a slow callback: its arguments, when it began and when it ends."""

    def __init__(self, slow, order, arguments, began, ended, number, work):
        self.slow = slow
        self.order = order
        self.arguments = arguments
        self.began = began
        self.ended = ended
        self.number = number
        self.work = work

    def __lt__(self, other):
        return (self.ended, self.order) < (other.ended, other.order)


class Slow:
    """A function as an argument whose calls take time: `takes` seconds of the judge's clock, a number or a function of the arguments.

    `at_once` calls are expected to overlap, of `total` altogether: the judge has patience until as many are there. With `awaited`
    the learner's code gets a coroutine function. Afterwards: `calls` in the order in which they began, `most_at_once`, `elapsed`.
    """

    def __init__(self, function, takes=1.0, at_once=1, total=None, awaited=False, limit=1000):
        self.function = function
        self.takes = takes
        self.at_once = at_once
        self.total = total
        self.awaited = awaited
        self.limit = limit
        self.calls = []
        self.most_at_once = 0
        self.is_awaited = False  # the judge waits for another call
        self.vain = 0  # waits for one that did not come
        self.orders = itertools.count()

    @property
    def count(self):
        return len(self.calls)

    @property
    def elapsed(self):
        """From the first beginning to the last end."""
        return max((call.ended for call in self.calls), default=0.0) - min((call.began for call in self.calls), default=0.0)

    def __call__(self, *_args, **_kwargs):
        raise TypeError("a slow function is called by the learner's code")

    def begin(self, under_way, now, number, args, kwargs):
        if len(self.calls) >= self.limit:
            raise CheckFailed(f"expected at most {self.limit:,} calls")
        self.is_awaited = False
        takes = self.takes(*args, **kwargs) if callable(self.takes) else self.takes
        arguments = (args, kwargs) if kwargs else args
        call = Call(self, next(self.orders), arguments, now, now + takes, number, lambda: self.end(args, kwargs))
        self.calls.append(call)
        heapq.heappush(under_way, call)
        self.most_at_once = max(self.most_at_once, sum(other.ended > now for other in under_way if other.slow is self))

    def end(self, args, kwargs):
        self.vain += self.is_awaited
        self.is_awaited = False
        return self.function(*args, **kwargs)

    def patience(self, under_way):
        mine = sum(call.slow is self for call in under_way)
        wanted = self.at_once if self.total is None else min(self.at_once, self.total - self.count + mine)
        if mine >= wanted or self.vain >= VAIN:
            return QUIET_S
        self.is_awaited = True
        return PATIENCE_S


def patience(under_way, now):
    """Seconds to wait for another question before the next call ends; none for those that end at the same moment."""
    return 0.0 if under_way[0].ended <= now else max(call.slow.patience(under_way) for call in under_way)
