"""Story -> a terminal's screen: as much of the terminal's report as there is room for, what matters most first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.model import Report

from . import terminal
from .sheet import Sheet
from .story import story
from .told import Story

Part = Callable[[Story, Sheet], None]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What is shown."""

    lines: tuple[str, ...]
    """Not more than there is room for."""
    left_out: bool
    """Whether the report has more to tell."""


def screen(report: Report, *, width: int, height: int, color: bool = False, unicode: bool = True) -> Screen:
    """Write a report for a screen of so many columns and lines; one that has passed is short, whatever the room."""
    told = story(report)

    def written(part: Part) -> list[str]:
        sheet = Sheet(width, color=color, unicode=unicode)
        part(told, sheet)
        return sheet.text().splitlines()

    matters = PASSED if told.kind == "passed" else MATTERS
    texts = {whole: [written(part) for part in (whole, *shorter)] for whole, *shorter in matters}
    shown = _fitted(texts, height)
    lines = [line for part in terminal.PARTS if part in shown for line in shown[part]]
    return Screen(
        lines=tuple(lines),
        left_out=told.kind != "passed" and any(texts[part][0] != shown.get(part, []) for part in texts),
    )


def _fitted(texts: dict[Part, list[list[str]]], room: int) -> dict[Part, list[str]]:
    """Choose what there is room for: the first part, cut if need be; short versions; then whole parts instead."""
    chosen: dict[Part, list[str]] = {}
    for part, versions in texts.items():
        if not chosen:
            chosen[part] = versions[-1][:room]
        elif len(versions) > 1 and len(versions[-1]) <= room:
            chosen[part] = versions[-1]
        room -= len(chosen.get(part, ()))
    for part, (whole, *_) in texts.items():
        more = len(whole) - len(chosen.get(part, ()))
        if more <= room:
            chosen[part], room = whole, room - more
    return chosen


def _headline(told: Story, sheet: Sheet) -> None:
    """Write the root cause without the lines around it."""
    if told.cause is not None:
        where = f" ({told.cause.file}, line {told.cause.line})" if told.cause.line is not None else ""
        sheet.gap()
        sheet.say(told.cause.headline + where, "bold")


def _failed(told: Story, sheet: Sheet) -> None:
    """Write which check the root cause failed, and not how."""
    if told.check:
        sheet.gap()
        sheet.say(told.check, first="Check: ", hang=0)


def _question(told: Story, sheet: Sheet) -> None:
    """Write the question alone, of all that leads on."""
    if told.cause is not None and told.cause.hint:
        sheet.gap()
        sheet.say(told.cause.hint, first="Question: ", hang=10)


def _signs(told: Story, sheet: Sheet) -> None:
    """Write one sign for each check, in their order."""
    signs = (terminal.SIGNS[check.kind][0 if sheet.unicode else 1] for check in told.checks)
    sheet.gap()
    sheet.say(f"Checks: {' '.join(signs)}")


MATTERS: Sequence[tuple[Part, ...]] = (
    (terminal.head,),
    (terminal.cause, _headline),
    (terminal.evidence, _failed),
    (terminal.advice, _question),
    (terminal.checks, _signs),
    (terminal.timeline,),
    (terminal.further,),
    (terminal.foot,),
)
"""The parts of a report by how much they matter, each with what can stand for it where there is less room."""

PASSED: Sequence[tuple[Part, ...]] = ((terminal.head,), (terminal.foot,))
"""The same for a report that has passed."""
