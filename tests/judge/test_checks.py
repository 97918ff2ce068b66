"""What an author says of a check."""

import pytest

from grader import points
from grader.judge.checks import needs_of, points_of, title_of


def test_waits():
    """Not a test but a check that others depend on; it has nothing to say."""


def plain(submission):
    """Return a function without any mark."""


def test_points_and_needs_are_kept():
    """On the function itself, which is otherwise left as it was."""
    marked = points(2.5, depends=(test_waits,))(plain)
    assert marked is plain
    assert (points_of(marked), needs_of(marked)) == (2.5, ("test_waits",))
    assert needs_of(points(1, depends=test_waits)(lambda submission: None)) == ("test_waits",)


def test_a_check_without_the_mark_has_no_points_and_needs_nothing():
    """It may still fail."""
    assert (points_of(test_waits), needs_of(test_waits)) == (0, ())


@pytest.mark.parametrize("number", [test_waits, "2", None, True, -1, float("nan"), float("inf")])
def test_points_are_a_number(number):
    """`@points` without its number is told, with an example."""
    with pytest.raises(TypeError, match=r"as in @points\(2\)"):
        points(number)


@pytest.mark.parametrize("depends", ["waits", plain, (plain,), 3, ("waits",)])
def test_a_check_depends_on_checks(depends):
    """A name that is none of a check's, or a function that is no check, is told."""
    with pytest.raises(TypeError, match="as in depends=test_waits"):
        points(1, depends=depends)


def test_the_title_is_the_first_line_of_the_docstring():
    """A check without one is called by its name."""

    def test_is_quick():
        """The program is quick

        A second paragraph is for authors.
        """

    def test_has_no_docstring():
        pass

    assert title_of(test_is_quick) == "The program is quick"
    assert title_of(test_has_no_docstring) == "has no docstring"
