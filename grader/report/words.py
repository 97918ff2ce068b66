"""How a run ended, in words: one table, for every format and for the checks."""

from __future__ import annotations

from grader.model import (
    Cancelled,
    Crashed,
    Deadlocked,
    Interrupted,
    LimitExceeded,
    Outcome,
    Place,
    Protocol,
    Raised,
    Rejected,
    Returned,
    TimedOut,
    seconds,
)

LIMITS = {
    "steps": "more steps than a run may take",
    "cpu": "more processor time than a run may use",
    "wall": "more real time than a run may use",
    "memory": "more memory than a run may use",
    "output": "more output than a run may write",
    "events": "more awaited calls than a run may make",
    "disk": "more room on the disk than a run may use",
}
"""Limit -> what the program used too much of."""


def outcome_words(outcome: Outcome, label: str, file: str = "") -> str:
    """Say how the run of `label` ended: one past-tense fact, such as `` `main()` raised ValueError: no ``.

    A line of another file than `file` is told with its file, where that is given.

    >>> outcome_words(Returned(), "main()")
    '`main()` ended by itself'
    """
    match outcome:
        case Returned(status=0):
            return f"`{label}` ended by itself"
        case Returned():
            return f"`{label}` ended by itself, with exit status {outcome.status}"
        case Interrupted():
            return f"`{label}` was interrupted{_on_line(outcome.place, file)}"
        case Raised(phase="load"):
            return f"{_line_or_file(outcome.place)} raised {outcome.error} while the file was loaded{_message(outcome)}"
        case Raised():
            return f"`{label}` raised {outcome.error}{_on_line(outcome.place, file)}{_message(outcome)}"
        case Cancelled():
            return f"`{label}` ended as cancelled"
        case Deadlocked():
            return f"`{label}` waited for something that could never come"
        case TimedOut(limit_ns=limit):
            return f"`{label}` had not ended after {seconds(limit)} on the virtual clock"
        case LimitExceeded():
            return f"`{label}` needed {LIMITS[outcome.limit]}{_on_line(outcome.place, file)}"
        case Crashed():
            return _crash(outcome, label, file)
        case Protocol():
            return f"`{label}` meddled with the channel to the grader: {outcome.reason}"
        case Rejected():
            return outcome.message


def _crash(outcome: Crashed, label: str, file: str) -> str:
    loading = outcome.phase == "load"
    what = "the file, while it was loaded," if loading else f"`{label}`"
    if outcome.call and loading:
        where = _line_or_file(outcome.place)
        return f"{where} ended the whole process with `{outcome.call}` while the file was loaded"
    if outcome.call:
        return f"{what} ended its whole process with `{outcome.call}`{_on_line(outcome.place, file)}"
    how = f"by signal {-outcome.status}" if outcome.status < 0 else f"with exit status {outcome.status}"
    return f"the process of {what} ended {how} before the result was in"


def _message(outcome: Raised) -> str:
    """Return what an exception says of itself; it stands last, since it may end in a full stop of its own."""
    return f": {outcome.message}" if outcome.message else ""


def _line_or_file(place: Place | None) -> str:
    return "the file" if place is None else f"line {place.line}"


def _on_line(place: Place | None, file: str) -> str:
    return "" if place is None else f" on {line_of(place, file)}"


def line_of(place: Place, file: str) -> str:
    """Say which line a place is, and of which file where that is another than `file`."""
    return f"line {place.line}" if file in ("", place.file) else f"line {place.line} of {place.file}"
