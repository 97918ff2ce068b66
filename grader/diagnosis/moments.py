"""What decided the moment at which something came that was due at another: the wait that ended just then.

Each takes a run whose check failed, and gives a diagnosis, or None where no wait of the program's fits.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from grader.model import NANOSECONDS, Diagnostic, Part, Raised, Span, seconds

from .case import Case, Run
from .lateness import TOLERANCE
from .words import quoted

_FROM_WHEN = "From which moment on does this wait count, and how long is it to be then?"
_FROM_WHAT = "From which values does the length of this wait follow, and how is it to go on from one to the next?"


def _times(run: Run) -> tuple[int, int] | None:
    """Return when what the check speaks of came, and when it was due."""
    message = run.finding.message if run.finding is not None else ""
    found = re.search(r"at t=([\d.]+) s, not at t=([\d.]+) s", message)
    if found is None:
        pairs = zip(run.lines, run.expected_lines, strict=False) if run.differs_in_lines else ()
        late = ((one.time, due.time) for one, due in pairs if one.text == due.text)
        return next(((one, due) for one, due in late if abs(one - due) > TOLERANCE), None)
    return round(float(found[1]) * NANOSECONDS), round(float(found[2]) * NANOSECONDS)


def _waits(case: Case, run: Run, ended: int) -> list[tuple[Span, Part]]:
    """Return the waits on the program's own lines that ended at a time, those of inner calls first."""
    found = [
        (span, part)
        for span in run.spans
        for part in span.parts
        if part.kind == "waiting" and case.line(part.place) is not None
        if abs(part.end - ended) <= TOLERANCE and part.end > part.start
    ]
    return sorted(found, key=lambda pair: -pair[0].call)


def ended_late(case: Case, run: Run) -> Diagnostic | None:
    """Name the last wait of a call that ended later than it was to, when everything else was done in time."""
    times = _times(run)
    shown = run.finding
    if times is None or shown is None or " ended at t=" not in shown.message or times[0] <= times[1]:
        return None
    found = [pair for pair in _waits(case, run, times[0]) if pair[1].start >= times[1] - TOLERANCE]
    for span, part in found[:1]:
        line = case.line(part.place)
        return case.diagnostic(
            "wrong-output",
            f"{shown.message}: `{span.function}` waited once more",
            (case.code.on_line(line, part.what.partition("(")[0]) if line is not None else None) or part.place,
            label=f"the last wait, from t={seconds(part.start)} to t={seconds(part.end)}",
            hint="What is waited for here, when nothing more is to come after it?",
        )
    return None


def raised_early(case: Case, run: Run) -> Diagnostic | None:
    """Name the line that raises before the time that was to pass has passed."""
    times, shown, outcome = _times(run), run.finding, run.trace.outcome
    if times is None or shown is None or not isinstance(outcome, Raised) or times[0] >= times[1]:
        return None
    if " ended at t=" not in shown.message or case.line(outcome.place) is None:
        return None
    return case.diagnostic(
        "wrong-output",
        shown.message.replace(" ended at t=", f" raised {outcome.error} at t=", 1),
        outcome.place,
        label=f"raises at t={seconds(times[0])}",
        hint="Which wait is to come before this line, and on which line does it stand?",
    )


def slept_otherwise(case: Case, run: Run) -> Diagnostic | None:
    """Name the sleep that ended when something came which was due at another time."""
    times = _times(run)
    if times is None or run.finding is None:
        return None
    came, due = times
    asleep = [pair for pair in _waits(case, run, came) if pair[1].what.startswith("asyncio.sleep(")]
    lines = {case.line(part.place) for _, part in asleep}
    if len(lines) != 1 or any(abs(part.end - came) <= TOLERANCE for span in run.expected for part in span.parts):
        return None
    _, part = asleep[0]
    line = case.line(part.place)
    message = run.finding.message
    if " not at t=" not in message:
        told = next((one.text for one in run.lines if abs(one.time - came) <= TOLERANCE), "a line")
        message = f"{quoted(told, 40)} was printed at t={seconds(came)}, not at t={seconds(due)}"
    wanted = part.end - part.start + due - came
    return case.diagnostic(
        "wrong-output",
        message,
        (case.code.on_line(line, "sleep") if line is not None else None) or part.place,
        label=f"the wait before it: {seconds(part.end - part.start)}, from t={seconds(part.start)}",
        notes=[f"to end at t={seconds(due)}, it would have taken {seconds(wanted)}"] if wanted > 0 else (),
        hint=_FROM_WHEN,
    )


def another_length(case: Case, run: Run) -> Diagnostic | None:
    """Name the first sleep that begins when one of the expected run does, and is of another length."""
    own, due = _sleeps(run.spans), _sleeps(run.expected)
    if sum(map(len, own.values())) != sum(map(len, due.values())):
        return None  # one too few or too many moves all that come after it
    for start in sorted(own.keys() & due.keys()):
        more = [part for part in own[start] if all(abs(part.end - one.end) > TOLERANCE for one in due[start])]
        less = [part for part in due[start] if all(abs(part.end - one.end) > TOLERANCE for one in own[start])]
        if not more and not less:
            continue
        line = case.line(more[0].place) if len(more) == len(less) == 1 else None
        call = case.code.on_line(line, "sleep") if line is not None else None
        if call is None or _times(run) is None:
            return None
        return case.diagnostic(
            "wrong-output",
            f"{quoted(case.code.code(call))} took {seconds(more[0].end - start)} from t={seconds(start)} on, "
            f"where {seconds(less[0].end - start)} was due",
            call,
            label=f"{seconds(more[0].end - start)}, this time",
            notes=[run.finding.message] if run.finding is not None else (),
            hint=_FROM_WHEN if all(isinstance(given, ast.Constant) for given in call.args) else _FROM_WHAT,
        )
    return None


def _sleeps(spans: Iterable[Span]) -> dict[int, list[Part]]:
    """Return the sleeps by the time at which they begin."""
    found: dict[int, list[Part]] = {}
    for span in spans:
        for part in span.parts:
            if part.what.startswith("asyncio.sleep(") and part.end > part.start:
                found.setdefault(part.start, []).append(part)
    return found


def inside_the_group(case: Case, run: Run) -> Diagnostic | None:
    """Name a line that is printed inside the block of a group, where the end of all its tasks was to come first."""
    times = _times(run)
    if times is None or times[0] >= times[1]:
        return None
    due = {line.text: line.time for line in run.expected_lines}
    for printed in run.lines:
        line = case.line(printed.place)
        if printed.time >= due.get(printed.text, 0) - TOLERANCE or line is None:
            continue
        statement = case.code.statement(line)
        for outer in case.code.around(statement) if statement is not None else ():
            if isinstance(outer, ast.AsyncWith) and case.code.calls_of(
                "TaskGroup", "create_task_group", within=outer.items[0].context_expr
            ):
                return case.diagnostic(
                    "wrong-output",
                    f"{quoted(printed.text, 40)} was printed at t={seconds(printed.time)}, "
                    f"not at t={seconds(due[printed.text])}: inside the block of the group",
                    statement,
                    label=f"runs before the block that begins on line {outer.lineno} is left",
                    hint="At which line have all tasks of a group ended?",
                )
        return None
    return None


LOOKS = (ended_late, raised_early, inside_the_group, another_length, slept_otherwise)
"""In the order in which they are asked."""
