# A logger with a handler of its own, and a warning that is caught.
import io
import logging
import warnings


def double(number):
    text = io.StringIO()
    logger = logging.getLogger("doubling")
    logger.handlers = [logging.StreamHandler(text)]
    logger.setLevel(logging.DEBUG)
    logger.debug("%d", 2 * number)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("twice", stacklevel=1)
    return int(text.getvalue()) * len(caught)
