"""What can be read off the text of a program, whatever text it is."""

import pytest

from grader.trace import imported


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import a.b as c, d", {"a.b", "d"}),
        ("from a import b, c", {"a", "a.b", "a.c"}),
        ("def f():\n    from a.b import c", {"a.b", "a.b.c"}),
        ("from . import a\nfrom .b import c", set()),
        ("import (", set()),
        ("", set()),
    ],
    ids=["modules", "names", "inside", "relative", "no program", "nothing"],
)
def test_what_a_program_imports_is_told_with_full_names(source, expected):
    """A name that is taken from a module may be a module in it; which it is, the text does not say."""
    assert imported(source) == expected
