"""Story -> text to be heard, for screen readers: a sentence a line, nothing drawn, nothing told by where it stands.

Lines are not wrapped: a reader goes by lines, and a terminal breaks them by itself. What the other formats draw is
said: the marked part of a line is quoted, and a timeline is a sentence for each call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from grader.model import Report, seconds

from .lanes import Lane, Pair, Picture, did
from .story import story
from .told import Cause, Check, Compared, Kind, Story
from .visible import ascii_only

BECAME: dict[Kind, str] = {"passed": "Passed", "failed": "Failed", "skipped": "Skipped", "error": "No answer"}
"""What became of a check -> the word before it."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report to be heard."""
    return text(_lines(story(report)), unicode=unicode)


def text(lines: Iterable[str], *, unicode: bool) -> str:
    """Return lines as one text."""
    whole = "".join(f"{line}\n" for line in lines)
    return whole if unicode else "".join(f"{ascii_only(line)}\n" for line in whole.splitlines())


def _lines(told: Story) -> Iterator[str]:
    yield told.title
    yield f"{told.verdict}: {told.score}"
    yield from told.remarks
    if told.cause is not None:
        yield ""
        yield from cause(told.cause)
        yield from _evidence(told)
        yield from advice(told.cause)
    elif told.timeline is not None:
        yield from timeline(told.timeline, told.unit)
    yield from further(told.further, told.unopened)
    yield ""
    passed = sum(check.kind == "passed" for check in told.checks)
    yield f"Checks: {passed} of {len(told.checks)} passed"
    for check in told.checks:
        yield from _check(check)
    yield ""
    yield from (f"By the way: {footnote}" for footnote in told.footnotes)
    yield told.place


def cause(cause: Cause) -> Iterator[str]:
    """Say what is wrong, and where."""
    yield cause.headline
    if cause.line is not None:
        yield f"Where: {cause.file}, line {cause.line}."
    for line in cause.excerpt:
        if line.number == cause.line:
            whole, marked = line.text.strip(), line.text[line.start : line.end]
            yield f"The line: {whole}"
            if cause.label:
                yield f"About {'it' if marked == whole else f'`{marked}` in it'}: {cause.label}"


def _evidence(told: Story) -> Iterator[str]:
    if told.check or told.setting or told.compared:
        yield ""
    if told.check:
        yield f"Check: {told.check}"
    if told.setting:
        yield told.setting
    if told.compared is not None:
        yield from _compared(told.compared)
    if told.timeline is not None:
        yield from timeline(told.timeline, told.unit)


def _compared(compared: Compared) -> Iterator[str]:
    for name, lines in (("Expected", compared.expected), ("Actual", compared.actual)):
        if len(lines) == 1:
            yield f"{name}: {lines[0]}"
            continue
        yield f"{name}, {len(lines)} lines:"
        yield from lines
    if compared.differs is not None:
        yield f"The first difference is in line {compared.differs + 1}."


def timeline(timeline: Pair, unit: str) -> Iterator[str]:
    """Say what a run did, and what was expected of it: a sentence for each call."""
    yield ""
    yield f"Timeline of `{timeline.target}`, in {unit}"
    pictures = [timeline.actual] + ([timeline.expected] if timeline.expected is not None else [])
    for name, picture in zip(timeline.names, pictures, strict=False):
        which = f"The {name} run" if timeline.expected is not None else "The run"
        yield f"{which} took {seconds(picture.end)}."
        yield from _calls(picture, own=name != "expected")
    yield from filter(None, (timeline.ending, timeline.alike, *timeline.captions, *timeline.named, timeline.parting))


def _calls(picture: Picture, *, own: bool) -> Iterator[str]:
    """Say what each call did; lines are told of the learner's `own` program only."""
    above: list[str] = []
    for lane in picture.lanes:
        del above[lane.depth :]
        yield _call(lane, above[-1] if above else "", lane.line if own else None)
        above.append(lane.label)
    if not picture.lanes:
        yield "No call was awaited."
    if picture.left_out:
        yield f"{picture.left_out:,} more calls are left out."


def _call(lane: Lane, above: str, line: int | None) -> str:
    place = [f"in `{above}`"] if above else []
    place += [f"line {line}"] if line is not None else []
    instant = "took no time, at" if lane.finished else "had begun at"
    said = f"{instant} {seconds(lane.start)}" if lane.start == lane.end else "; ".join(did(lane))
    ending = "" if lane.finished else f"; cut off at {seconds(lane.end)}"
    return f"{', '.join([f'`{lane.label}`', *place])}: {said}{ending}."


def advice(cause: Cause) -> Iterator[str]:
    """Say what leads on."""
    yield ""
    yield from (f"Note: {note}" for note in cause.notes)
    if cause.hint:
        yield f"Question: {cause.hint}"
    if cause.code:
        yield f"More: `grade explain {cause.code}` shows another example."


def further(causes: Sequence[Cause], unopened: int) -> Iterator[str]:
    """Say what was found beside the root cause."""
    if causes:
        yield ""
        yield "Also found:"
    for cause in causes:
        where = f"Line {cause.line}: " if cause.line is not None else ""
        yield f"{where}{cause.headline}"
        if cause.hint:
            yield f"Question: {cause.hint}"
    if unopened:
        yield f"{unopened} more are not opened here."


def _check(check: Check) -> Iterator[str]:
    yield f"{BECAME[check.kind]}{f', {check.score}' if check.score else ''}: {check.title}"
    if check.words:
        yield check.words
    if check.compared is not None:
        yield from _compared(check.compared)
