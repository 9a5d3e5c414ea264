"""A bound on what a learner's value may cost the judge to read or to compare: keys of one hash make a set a list."""
import contextlib
import signal

HAS_TIMERS = hasattr(signal, "setitimer")


@contextlib.contextmanager
def patience(seconds, problem):
    """Raises `problem` inside the block after that many seconds of computing. Not to be nested; main thread only."""
    if not HAS_TIMERS:
        yield
        return

    def stop(*_):
        raise problem

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
