"""What an exception of the learner's code says, in the learner's terms: their own lines, none of ours."""
import linecache
import traceback

LONGEST = 2000
NOT_PERMITTED = "[Errno 1] Operation not permitted"
REFUSED = " (the sandbox refused it: this exercise has no permission for programs, the network or a compiler that it would need)"
LEARNERS_FILES = ("main.py", "input.py", "world.py")


def register_source(name, source):
    """Lets tracebacks and inspect show lines of a file that is on no disk."""
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)


def describe(problem):
    """Plain data about an exception: type, names of its classes, text, whether memory ran out."""
    kind = type(problem)
    message = _text_of(problem)
    return {
        "type": kind.__name__,
        "classes": [base.__name__ for base in kind.__mro__ if base is not object][:20],
        "message": message[:LONGEST],
        "text": _story(problem, kind.__name__, message)[: 2 * LONGEST],
        "memory": isinstance(problem, MemoryError) or (kind is RuntimeError and _is_allocation(message)),
    }


def _text_of(problem):
    try:
        return str(problem)
    except Exception:
        return "(its message can not be shown)"


def _is_allocation(message):
    return any(sign in message for sign in ("can't allocate memory", "not enough memory", "std::bad_alloc"))


def _story(problem, name, message):
    """`ZeroDivisionError: division by zero`, then the learner's lines that led there, innermost last."""
    if isinstance(problem, SyntaxError) and problem.filename in LEARNERS_FILES:
        return "".join(traceback.format_exception_only(problem)).strip().replace('File "', "").replace('", line', ", line")
    first, line_end, rest = message.partition("\n")
    lines = [f"{name}: {first}{REFUSED if NOT_PERMITTED in first else ''}{line_end}{rest}" if message else name]
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename in LEARNERS_FILES]
    if len(frames) > 8:
        frames = [*frames[:3], None, *frames[-4:]]
    for frame in frames:
        if frame is None:
            lines.append("  ...")
            continue
        place = "" if frame.name == "<module>" else f", in {frame.name}"
        lines.append(f"  {frame.filename}, line {frame.lineno}{place}: {frame.line or ''}".rstrip())
    return "\n".join(lines)
