"""What is told of a program's run, and in which order: the mistake first, then how it ended, what it wrote and did."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import PurePath

from grader.model import Deadlocked, Interrupted, LimitExceeded, Line, Rejected, Returned, TimedOut, Tracing, seconds

from ..lanes import Pair, pair
from ..story import FURTHER, cause, ending
from ..told import VIRTUAL, Cause, Kind
from ..visible import cut, visible
from ..words import line_of

MAX_LINES = 60
"""Lines of output that are shown."""

MAX_LENGTH = 200
"""Characters that are shown of one."""

NO_MISTAKES = "No mistakes were seen."
ASKED = "No mistakes were seen. One thing may be as it was meant, or not:"


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line of output, made ready to be shown."""

    time: str
    """When: `1.5 s`."""
    text: str
    """What."""
    is_error: bool
    """Whether it went to standard error."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told, in order."""

    title: str
    """The command line."""
    name: str
    """The file."""
    kind: Kind
    """`failed` for a program with a mistake or an error, else `passed`."""
    verdict: str
    """How it ended, in few words."""
    remarks: tuple[str, ...]
    """Sentences below that: that no mistakes were seen; how it ended, in full, and who waited for whom."""
    cause: Cause | None
    """The root cause."""
    further: tuple[Cause, ...]
    """Further diagnostics to open."""
    unopened: int
    """How many more there are."""
    not_simulated: tuple[str, ...]
    """What the run had otherwise than elsewhere."""
    output: tuple[Written, ...]
    """What it wrote."""
    output_left_out: int
    """How many more lines there were."""
    timeline: Pair | None
    """Its calls; None where there were none."""
    place: str
    """With which versions it ran."""
    unit: str
    """What the axis of the timeline counts."""
    compared: None = None
    """Nothing was expected."""


def story(traced: Tracing) -> Told:
    """Tell a traced program."""
    name = PurePath(traced.file).name
    diagnostics = traced.diagnostics
    causes = [
        cause(each, traced.file if each.file == name else each.file, traced.source if each.file == name else "")
        for each in diagnostics[: 1 + FURTHER]
    ]
    unfinished = isinstance(traced.outcome, Interrupted | TimedOut)
    environment = traced.environment
    return Told(
        title=_short(shlex.join([traced.file, *traced.arguments])),
        name=_short(traced.file),
        kind="passed" if traced.is_right or (unfinished and not traced.mistakes) else "failed",
        verdict=_verdict(traced),
        remarks=(*_ending(traced, name, causes), *_seen(traced)),
        cause=causes[0] if causes else None,
        further=tuple(causes[1:]),
        unopened=max(0, len(diagnostics) - 1 - FURTHER),
        not_simulated=tuple(map(_short, traced.not_simulated)),
        output=tuple(map(_written, traced.output[:MAX_LINES])),
        output_left_out=max(0, len(traced.output) - MAX_LINES),
        timeline=_picture(traced),
        unit=VIRTUAL if traced.exact else "seconds",
        place=f"Python {_short(environment.python)}, asyncgrade {_short(environment.grader)}.",
    )


def _seen(traced: Tracing) -> tuple[str, ...]:
    """Say that no mistakes were seen, where that is so."""
    if traced.mistakes:
        return ()
    return (ASKED if traced.diagnostics else NO_MISTAKES,)


def _ending(traced: Tracing, name: str, causes: list[Cause]) -> list[str]:
    """Say how the program ended, as far as no diagnostic does."""
    match traced.outcome:
        case TimedOut() as outcome:
            return [f"It was ended there; `--limit` sets when. Where it was: {_where(outcome, name)}."]
        case Rejected() if causes:
            return []
        case outcome:
            told = [note for cause in causes for note in cause.notes]
            return [words for words in ending(outcome, name, name) if not any(_is_same(words, note) for note in told)]


def _is_same(words: str, note: str) -> bool:
    """Whether a note says the same, perhaps cut shorter."""
    return words.startswith(note.partition("…")[0])


def _where(outcome: TimedOut, name: str) -> str:
    return line_of(outcome.place, name) if outcome.place is not None else "no line of its own"


def _verdict(traced: Tracing) -> str:
    outcome = traced.outcome
    after = f"after {_seconds(traced.duration)}{'' if traced.exact else ', not exactly'}"
    match outcome:
        case Returned(status=0):
            return f"Ended by itself {after}"
        case Returned():
            return f"Ended with exit status {outcome.status} {after}"
        case Interrupted():
            return f"Interrupted {after}"
        case TimedOut():
            return f"Had not ended {after}"
        case Rejected():
            return "Could not be started"
        case Deadlocked():
            return f"Waits for ever, {after}"
        case LimitExceeded():
            return f"Was stopped {after}"
        case _:
            return f"Ended with an error {after}"


def _picture(traced: Tracing) -> Pair | None:
    """Return the run without what it wrote, which is told in full."""
    if not traced.timeline.actual:
        return None
    drawn = pair(traced.timeline)
    return replace(drawn, actual=replace(drawn.actual, lines=(), lines_left_out=0))


def _written(line: Line) -> Written:
    return Written(time=_seconds(line.time), text=cut(visible(line.text), MAX_LENGTH), is_error=line.stream == "stderr")


def _seconds(time: float) -> str:
    return seconds(round(time * 1_000_000_000))


def _short(text: str) -> str:
    return cut(visible(text), MAX_LENGTH)
