# Its own source, signatures, frames, tracebacks with its own lines, syntax trees, byte code.
import ast
import dis
import inspect
import sys
import traceback


def fails():
    raise ValueError("on purpose")


def double(number):
    assert "on purpose" in inspect.getsource(fails) and list(inspect.signature(double).parameters) == ["number"]
    try:
        fails()
    except ValueError:
        assert 'raise ValueError("on purpose")' in traceback.format_exc()
    tree = ast.parse(inspect.getsource(double))
    assert tree.body[0].name == sys._getframe().f_code.co_name and list(dis.get_instructions(fails))
    made = ast.Expression(ast.BinOp(ast.Constant(2), ast.Mult(), ast.Constant(number)))
    return eval(compile(ast.fix_missing_locations(made), "<made>", "eval"))
