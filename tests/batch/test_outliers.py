"""What stands out in a class: time, crashes, signs of tampering; and nothing of a usual program."""

import pytest
from msgspec import structs

from grader.batch.outliers import UNUSUAL, outliers
from grader.batch.summaries import summary
from grader.model import Crashed, Diagnostic, LimitExceeded, Protocol, TimedOut, Timeline

from .grades import grade


def report(length=2, diagnostics=(), source="import asyncio\n", outcome=None, run=None):
    """Return a report whose `main` took so many seconds; a run of a check may have ended otherwise."""
    found = grade("1", "Ann", 6, diagnostics, source, outcome).report.whole()
    runs = (
        Timeline(target="main()", actual=(), actual_end=length * 10**9, actual_lines=()),
        Timeline(target="task('a', 1)", actual=(), actual_end=10**12, actual_lines=(), outcome=run),
    )
    return summary(structs.replace(found, timelines=runs), lambda: None)


def signs(**more):
    """Return what stands out of one program in a class of four others that take 2 s."""
    return outliers([*[report()] * 4, report(**more)])[-1]


def kinds(**more):
    return [kind for kind, _ in signs(**more)]


def test_usual_programs_do_not_stand_out():
    """Also one that takes a little longer; and a class of nobody has none."""
    assert outliers([report()] * 5) == [[]] * 5
    assert signs(length=3) == []
    assert outliers([]) == []
    assert outliers([report(length=60)]) == [[]]


def test_a_program_that_takes_long_stands_out():
    """By its clock, which is no machine's."""
    assert signs(length=30) == [("time", "`main()` took 30 s on its clock, half of the class at most 2 s")]


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (TimedOut(limit_ns=10**12), "time"),
        (LimitExceeded(limit="cpu"), "time"),
        (LimitExceeded(limit="memory"), "crash"),
        (Crashed(status=-11), "crash"),
        (Protocol(reason="twice"), "tampering"),
    ],
)
def test_how_runs_end_stands_out_once(outcome, kind):
    """The run of `main`, or one that a check made."""
    assert kinds(outcome=outcome) == kinds(run=outcome) == kinds(outcome=outcome, run=outcome) == [kind]


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_an_exercise_has_no_use_for_stands_out(name):
    """With what it does."""
    module, _, member = name.partition(".")
    source = f"from {module} import {member}\n" if member else f"def f():\n    import {name}\n"
    assert signs(source=source) == [("tampering", f"it imports `{name}`, which {UNUSUAL[name]}")]


def test_output_that_was_written_down_stands_out():
    """It costs points, and is a sign as well."""
    found = Diagnostic(code="hard-coded-output", message="`a` was printed", line=1)
    assert signs(diagnostics=(found,)) == [("tampering", "it prints what it was to work out [hard-coded-output]")]
