# Hands out a traceback made of other frames, by the thousand, of files named like ours.
import types


def fake(depth):
    code = compile("raise ValueError('inner')", "main.py", "exec")
    try:
        exec(code)
    except ValueError as problem:
        trace = problem.__traceback__
        for _ in range(depth):
            trace = types.TracebackType(trace, trace.tb_frame, trace.tb_lasti, 10**9)
        return trace


def double(number):
    raise RuntimeError("outer").with_traceback(fake(50_000))
