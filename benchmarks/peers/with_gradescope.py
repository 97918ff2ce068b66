"""The checks as tests of unittest, with points, in the form that Gradescope reads."""

import sys
import unittest

from checks import CHECKS, run
from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner


class Checks(unittest.TestCase):
    """Gets a method for each check."""


def made(name):
    def check(self):
        run(name)

    check.__doc__ = name.replace("_", " ")
    return weight(1)(check)


for name in CHECKS:
    setattr(Checks, f"test_{name}", made(name))

if __name__ == "__main__":
    JSONTestRunner(stream=sys.stdout).run(unittest.defaultTestLoader.loadTestsFromTestCase(Checks))
