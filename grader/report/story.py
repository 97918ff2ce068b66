"""What is told of a report, and in which order: the same for every format that people read.

Root cause first, with the check that it failed, at most two further diagnostics, then the checks in the author's order.
All text here can be shown as it is, but for markup: nothing in it is invisible, and nothing is endless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from grader.model import (
    Adjustment,
    CheckResult,
    Crashed,
    Deadlocked,
    Diagnostic,
    Environment,
    Outcome,
    Raised,
    Rejected,
    Report,
    Returned,
    Tier,
    Timeline,
)
from grader.trace import reason

from .excerpt import excerpt
from .lanes import Pair, pair
from .setting import otherwise, setting
from .showing import run_of, showing
from .told import Cause, Check, Compared, Kind, Story
from .visible import cut, shorten, visible
from .words import line_of, outcome_words

FURTHER = 2
"""Diagnostics that are opened beside the root cause."""

MAX_LINES = 12
"""Lines that are shown of what was expected, and of what happened."""

MAX_LENGTH = 200
"""Characters that are shown of such a line, of a message, a name or a note."""

MAX_NOTE = 400
"""Characters of a note: one that names several calls is long, and makes no sense without its end."""

PYTHONS = "Python's words: "
"""How a note begins that holds the message of an exception."""

MAX_NEED = 40
"""Characters of the title of a check that another one needs."""

MAX_NOTES = 6
"""Notes that are shown of a diagnostic."""

NOT_THE_LEARNERS = ("given.py", "scenario.py")
"""Files that a diagnostic may name beside the learner's."""


VERDICTS: dict[Kind, str] = {"passed": "Passed", "failed": "Not passed yet", "error": "Not graded in full"}
"""What became of the submission -> words."""

FAULT = "This check could not be judged: the grader’s own fault, not the program’s."
WHERE: dict[Tier, str] = {
    "sealed": "Graded, sealed off from this machine",
    "fenced": "Graded, fenced off from this machine",
    "bounded": "Graded, within bounds on this machine",
    "limited": "Practice run, not wholly sealed off from this machine",
    "none": "Practice run, not sealed off from this machine",
}
"""How far a program was kept from the machine -> words."""
ELSEWHERE = "The cause above was seen in another run, with other values."
PRAISE = "Well done: the program does everything that was asked."


def story(report: Report) -> Story:
    """Tell a report."""
    kind = _kind(report.results)
    shown = showing(report)
    causes = [_cause(diagnostic, report) for diagnostic in report.diagnostics[: 1 + FURTHER]]
    if shown is not None and not causes:
        causes = [_unexplained(shown, report)]
    if shown is not None and shown.actual:
        causes = [replace(cause, notes=_not_told(cause.notes, shown)) for cause in causes]
    return Story(
        slug=_short(report.exercise),
        title=_short(report.title or report.exercise),
        name=_short(report.submission.name),
        kind=kind,
        verdict=VERDICTS[kind],
        score=f"{_number(report.score)} of {_number(report.max_score)} points",
        share=min(max(report.score / report.max_score, 0), 1) if report.max_score > 0 else 0,
        remarks=_remarks(report, kind),
        cause=causes[0] if causes else None,
        check=_short(shown.title or shown.name) if shown is not None else "",
        setting=_setting(report, shown),
        compared=_compared(shown) if shown is not None else None,
        timeline=_timeline(report, kind, shown),
        further=tuple(causes[1:]),
        unopened=max(0, len(report.diagnostics) - 1 - FURTHER),
        checks=tuple(_checks(report, shown)),
        footnotes=tuple(_short(remark) for remark in report.remarks),
        place=_place(report.environment),
    )


def _not_told(notes: tuple[str, ...], shown: CheckResult) -> tuple[str, ...]:
    """Leave out what stands in the comparison already, or in the setting."""
    told = ("asked for: ", "happened: ", *(("right in the usual run, ",) if shown.schedule is not None else ()))
    actual = "\n".join(shown.actual)
    notes = tuple(note for note in notes if not note.startswith(told))
    return tuple(note for note in notes if not (note.startswith(PYTHONS) and _message(note) in actual))


def _message(note: str) -> str:
    """Return what an exception says of itself, of a note with Python's words."""
    return note.removeprefix(PYTHONS).partition(": ")[2] or note


def _kind(results: Sequence[CheckResult]) -> Kind:
    statuses = {result.status for result in results}
    if statuses & {"failed"}:
        return "failed"
    return "error" if "error" in statuses else "failed" if "skipped" in statuses else "passed"


def _setting(report: Report, shown: CheckResult | None) -> str:
    """Say in which way the run of a check is not the program's own: times and names in it are then others."""
    if shown is not None and shown.schedule is not None:
        return otherwise(shown.schedule)
    run = run_of(report, shown) if not _never_began(report.outcome) else None
    if run is None:
        return ""
    elsewhere = ELSEWHERE if report.diagnostics and _is_of_another_run(report, run) else ""
    return " ".join(filter(None, (elsewhere, setting(run, report.submission.source))))


def _is_of_another_run(report: Report, run: Timeline) -> bool:
    """Tell whether the root cause speaks of calls with other values than a run has; code that it quotes is none."""
    labels = {span.label for span in run.actual}
    functions = {span.function for span in run.actual}
    named = [
        call
        for call in re.findall(r"`([^`(]+\([^`]*\))`", report.diagnostics[0].message)
        if call.partition("(")[0] in functions and "…" not in call and call not in report.submission.source
    ]
    return bool(named) and labels.isdisjoint(named)


def _timeline(report: Report, kind: Kind, shown: CheckResult | None) -> Pair | None:
    """Return the run to draw; a program that never began has none."""
    index = 0 if kind == "passed" else shown.run if shown is not None else None
    if index is None or not 0 <= index < len(report.timelines) or _never_began(report.outcome):
        return None
    return pair(report.timelines[index])


def _never_began(outcome: Outcome) -> bool:
    match outcome:
        case Rejected(code="budget-used-up"):
            return False
        case Rejected() | Raised(phase="load") | Crashed(phase="load"):
            return True
        case _:
            return False


def _cause(diagnostic: Diagnostic, report: Report) -> Cause:
    if diagnostic.file in NOT_THE_LEARNERS:
        return cause(diagnostic, diagnostic.file, "")
    return cause(diagnostic, report.submission.name, report.submission.source)


def cause(diagnostic: Diagnostic, file: str, source: str) -> Cause:
    """Tell a diagnostic; `file` is what its file is called, `source` its text, or empty where that is not shown."""
    lines = excerpt(source, diagnostic.line, diagnostic.column, diagnostic.end_column) if source else ()
    notes = tuple(cut(visible(_without_paths(note)), MAX_NOTE) for note in diagnostic.notes[:MAX_NOTES])
    more = len(diagnostic.notes) - MAX_NOTES
    return Cause(
        headline=_short(diagnostic.message),
        code=_short(diagnostic.code),
        file=_short(file),
        line=diagnostic.line,
        excerpt=lines,
        label=_short(diagnostic.label),
        notes=(*notes, f"… {more} more notes left out") if more > 0 else notes,
        hint=_short(diagnostic.hint),
    )


def _unexplained(result: CheckResult, report: Report) -> Cause:
    headline = _short(result.message) or "this check did not pass"
    return Cause(
        headline=headline,
        code="",
        file=_short(report.submission.name),
        line=None,
        excerpt=(),
        label="",
        notes=tuple(note for note in ending(report.outcome, "main()") if note != headline),
        hint=_short(report.hint),
    )


def ending(outcome: Outcome, label: str, file: str = "") -> list[str]:
    """Say how the run of `label` ended, where it did not end by itself; a line of another file than `file` with its."""
    if isinstance(outcome, Returned):
        return []
    waiters = outcome.waiters[:MAX_NOTES] if isinstance(outcome, Deadlocked) else ()
    said = [
        (f"{line_of(waiter.place, file)}: " if waiter.place is not None else "")
        + f"`{waiter.task}` waited for `{waiter.awaiting}`{reason(waiter)}"
        for waiter in waiters
    ]
    return [_short(words) for words in (outcome_words(outcome, label, file), *said)]


def _checks(report: Report, shown: CheckResult | None) -> Iterator[Check]:
    """Tell the checks; an error that several of them met is told in full once, an instructor which ones are hidden."""
    told: set[str] = set()
    for result in report.results:
        check = _check(result, shown)
        if result.visibility == "hidden" and report.audience == "instructor":
            check = replace(check, title=f"{check.title} (hidden)")
        target, raised, error = check.words.partition(" raised ")
        if check.kind == "failed" and raised and error in told:
            check = replace(check, words=f"{target} raised the same error")
        told.add(error)
        yield check


def _check(result: CheckResult, shown: CheckResult | None) -> Check:
    explained = bool(result.diagnostics) or result is shown
    return Check(
        kind=result.status,
        title=_short(result.title or result.name),
        score=f"{_number(result.points)} of {_number(result.max_points)}" if result.max_points else "",
        words=_words(result),
        compared=None if explained or result.status != "failed" else _compared(result),
    )


def _words(result: CheckResult) -> str:
    if result.status == "passed":
        return ""
    if result.status == "error":
        return FAULT  # what went wrong is for the exercise's author, whom `grade verify` tells it
    if result.status == "skipped":
        reason = f"it needs “{shorten(visible(result.needs), MAX_NEED)}”" if result.needs else _short(result.message)
        return f"not checked: {reason}" if reason else "not checked"
    return _short(result.message)


def _compared(result: CheckResult) -> Compared | None:
    """Return expected and actual, from a little before the first line that differs where there are many."""
    if not result.expected and not result.actual:
        return None
    both = list(zip(result.expected, result.actual, strict=False))
    same = next((index for index, (one, other) in enumerate(both) if one != other), len(both))
    longest = max(len(result.expected), len(result.actual))
    first = max(0, same - 3) if longest > MAX_LINES else 0
    return Compared(
        expected=_window(result.expected, first),
        actual=_window(result.actual, first),
        differs=same - first + bool(first) if longest > 1 else None,
    )


def _window(lines: Sequence[str], first: int) -> tuple[str, ...]:
    if not lines:
        return ("nothing",)
    shown = [_short(line) for line in lines[first : first + MAX_LINES]]
    before = [f"… {first:,} lines before these are as expected"] if first else []
    after = len(lines) - first - MAX_LINES
    return (*before, *shown, *([f"… {after:,} more {_plural(after, 'line')} left out"] if after > 0 else []))


def _remarks(report: Report, kind: Kind) -> tuple[str, ...]:
    remarks = [PRAISE] if kind == "passed" and report.results else []
    remarks += [*reasons(report), *_hidden(report)]
    errors = sum(result.status == "error" for result in report.results)
    if errors:
        are = "check has" if errors == 1 else "checks have"
        remarks.append(f"{errors} {are} no answer, by the grader’s own fault; the program is not to blame.")
    return tuple(remarks)


def reasons(report: Report) -> list[str]:
    """Say why the score is another one than the sum of the points of the checks; nothing where it is not."""
    return [*([_capped(report)] if report.capped else []), *map(adjusted, report.adjustments)]


def _hidden(report: Report) -> list[str]:
    """Say how many checks are hidden from students, and what became of them: a verdict may rest on them alone."""
    hidden = [result for result in report.results if result.visibility == "hidden"]
    if not hidden:
        return []
    where = "not shown here" if report.audience == "student" else "hidden from students"
    passed = sum(result.status == "passed" for result in hidden)
    if len(hidden) == 1:
        return [f"1 check is {where}, and it {'passed' if passed else 'did not pass'}."]
    became = "they passed" if passed == len(hidden) else f"{passed or 'none'} of them passed"
    return [f"{len(hidden)} checks are {where}, and {became}."]


def _capped(report: Report) -> str:
    """Say how the score comes about: it is lower than the sum of the points of the checks."""
    earned, most = sum(result.points for result in report.results), report.max_score
    score = report.adjustments[0].before if report.adjustments else report.score
    return (
        f"The checks give {_number(earned)} points; a program with a fault gets at most half of {_number(most)}: "
        f"{_number(score)}."
    )


def adjusted(adjustment: Adjustment) -> str:
    """Say what a policy made of the points, and why."""
    return f"{_short(adjustment.reason)}: {_number(adjustment.after)} points in place of {_number(adjustment.before)}."


def _place(environment: Environment) -> str:
    versions = f"Python {_short(environment.python)}, asyncgrade {_short(environment.grader)}"
    return f"{WHERE[environment.isolation]} ({versions})."


def _short(text: str) -> str:
    return cut(visible(_without_paths(text)), MAX_LENGTH)


def _without_paths(text: str) -> str:
    """Leave out where the grader's own files lie, and those of libraries: a task shows where its coroutine is from.

    >>> _without_paths("<Task coro=<task() done, defined at /lib/site-packages/grader/engine/services.py:44>>")
    '<Task coro=<task() done>>'
    """
    return _PATH.sub("", text) if "grader" in text or "site-packages" in text else text


_PATH = re.compile(
    r",? ?(?:(?:defined|created|running) )?(?:at )?"
    r"[^\s'\"<>=(]*[/\\](?:grader|site-packages)[/\\][^\s'\"<>]*\.py(?::\d+)?"
)


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"


def _number(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")
