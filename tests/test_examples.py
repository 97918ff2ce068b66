"""Every example in a docstring is run."""

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import grader

MODULES = [info.name for info in walk_packages(grader.__path__, "grader.") if not info.name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_right(name):
    """What stands behind `>>>` gives what stands below it."""
    assert doctest.testmod(import_module(name)).failed == 0


def test_examples_are_found():
    """A test of nothing would pass, too."""
    examples = [test for name in MODULES for test in doctest.DocTestFinder().find(import_module(name)) if test.examples]
    assert len(examples) >= 8
