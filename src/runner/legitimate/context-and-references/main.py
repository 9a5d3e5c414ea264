# Context variables, weak references, finalizers, caches, stacks of contexts.
import contextlib
import contextvars
import functools
import gc
import weakref

factor = contextvars.ContextVar("factor", default=1)


class Thing:
    pass


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@contextlib.contextmanager
def doubled():
    token = factor.set(2)
    yield factor.get()
    factor.reset(token)


def double(number):
    gone = []
    thing = Thing()
    weakref.finalize(thing, gone.append, True)
    reference = weakref.ref(thing)
    del thing
    gc.collect()
    assert gone == [True] and reference() is None and fibonacci(90) == 2880067194370816120
    with contextlib.ExitStack() as stack:
        return stack.enter_context(doubled()) * number
