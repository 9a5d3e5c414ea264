import pandas as pd


def digest_quality(log):
    """How well `score` puts opened headlines before unopened ones within a reader, averaged over readers."""
    raise NotImplementedError
