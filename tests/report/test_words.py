"""How a run ended, in words."""

import pytest

from grader.model import (
    Cancelled,
    Crashed,
    Deadlocked,
    LimitExceeded,
    Place,
    Protocol,
    Raised,
    Rejected,
    Returned,
    TimedOut,
)
from grader.report.words import outcome_words

LINE_7 = Place("gather.py", 7)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Returned(), "`main()` ended by itself"),
        (Raised(error="KeyError", message="'x'", place=LINE_7), "`main()` raised KeyError on line 7: 'x'"),
        (Raised(error="KeyError", message=""), "`main()` raised KeyError"),
        (
            Raised(error="NameError", message="no", phase="load", place=LINE_7),
            "line 7 raised NameError while the file was loaded: no",
        ),
        (Cancelled(), "`main()` ended as cancelled"),
        (Deadlocked(), "`main()` waited for something that could never come"),
        (TimedOut(limit_ns=3_600_000_000_000), "`main()` had not ended after 3600 s on the virtual clock"),
        (LimitExceeded(limit="memory"), "`main()` needed more memory than a run may use"),
        (LimitExceeded(limit="cpu", place=LINE_7), "`main()` needed more processor time than a run may use on line 7"),
        (
            Crashed(status=0, call="os._exit(0)", place=LINE_7),
            "`main()` ended its whole process with `os._exit(0)` on line 7",
        ),
        (
            Crashed(status=0, call="os._exit(0)", place=LINE_7, phase="load"),
            "line 7 ended the whole process with `os._exit(0)` while the file was loaded",
        ),
        (Crashed(status=-9), "the process of `main()` ended by signal 9 before the result was in"),
        (
            Crashed(status=3, phase="load"),
            "the process of the file, while it was loaded, ended with exit status 3 before the result was in",
        ),
        (Protocol(reason="a frame too many"), "`main()` meddled with the channel to the grader: a frame too many"),
        (Rejected(code="missing-function", message="`main` is missing"), "`main` is missing"),
    ],
)
def test_every_outcome_has_words(outcome, expected):
    """One past-tense fact, with the line where it is known."""
    assert outcome_words(outcome, "main()") == expected
