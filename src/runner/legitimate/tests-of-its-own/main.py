# unittest, doctest and mocks inside of an answer.
import doctest
import io
import unittest
from unittest import mock


def twice(number):
    """
    >>> twice(4)
    8
    """
    return 2 * number


class Case(unittest.TestCase):
    def test_twice(self):
        self.assertEqual(twice(3), 6)


def double(number):
    result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
    doctest.run_docstring_examples(twice, {"twice": twice})
    with mock.patch(f"{__name__}.twice", return_value=2 * number) as fake:
        answer = twice(number)
    fake.assert_called_once_with(number)
    assert result.wasSuccessful()
    return answer
