"""Story -> a terminal's screen: as much of a report as there is room for, what matters most first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from grader.model import Report

from . import terminal
from .audience import for_student
from .sheet import Sheet
from .story import story
from .told import Story

Part = Callable[[Story, Sheet], None]

Versions = tuple[Part, ...]
"""A part of a report, and shorter ones that can stand for it, the shortest last."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What is shown."""

    lines: tuple[str, ...]
    """Not more than there is room for."""
    parts: tuple[Part, ...]
    """What is shown, by the whole parts."""
    left_out: bool
    """Whether the report has more to tell."""


def screen(report: Report, *, width: int, height: int, color: bool = False, unicode: bool = True) -> Screen:
    """Write a report for a screen of so many columns and lines; one that has passed is short, whatever the room."""
    told = story(for_student(report))
    sheet = partial(Sheet, width, color=color, unicode=unicode)
    shown = fitted(told, terminal.PARTS, PASSED if told.kind == "passed" else MATTERS, height, sheet)
    return replace(shown, left_out=shown.left_out and told.kind != "passed")


def fitted(
    told: Story, order: Sequence[Part], matters: Sequence[Versions], height: int, sheet: Callable[[], Sheet]
) -> Screen:
    """Write of a story what there is room for, in an order; `matters` has its parts by how much they matter."""

    def written(part: Part) -> tuple[str, ...]:
        page = sheet()
        part(told, page)
        return tuple(page.text().splitlines())

    texts = {versions[0]: [*map(written, versions)] for versions in matters}
    shown = _chosen(texts, height)
    return Screen(
        lines=tuple(line for part in order if part in shown for line in shown[part]),
        parts=tuple(part for part in order if shown.get(part)),
        left_out=any(texts[part][0] != shown.get(part, ()) for part in texts),
    )


def _chosen(texts: dict[Part, list[tuple[str, ...]]], room: int) -> dict[Part, tuple[str, ...]]:
    """Choose what there is room for: the first part, cut if need be; short versions; then longer ones instead."""
    chosen: dict[Part, tuple[str, ...]] = {}
    for part, versions in texts.items():
        if not chosen:
            chosen[part] = versions[-1][:room]
        elif len(versions) > 1 and len(versions[-1]) <= room:
            chosen[part] = versions[-1]
        room -= len(chosen.get(part, ()))
    for part, versions in texts.items():
        free = room + len(chosen.get(part, ()))
        longest = next((version for version in versions if len(version) <= free), None)
        if longest is not None:
            chosen[part], room = longest, free - len(longest)
    return chosen


def headline(told: Story, sheet: Sheet) -> None:
    """Write the root cause without the lines around it."""
    if told.cause is not None:
        where = f" ({told.cause.file}, line {told.cause.line})" if told.cause.line is not None else ""
        sheet.gap()
        sheet.say(told.cause.headline + where, "bold")


def failed(told: Story, sheet: Sheet) -> None:
    """Write which check the root cause failed, and not how."""
    if told.check:
        sheet.gap()
        sheet.say(told.check, first="Check: ", hang=0)


def question(told: Story, sheet: Sheet) -> None:
    """Write the question alone, of all that leads on."""
    if told.cause is not None and told.cause.hint:
        sheet.gap()
        sheet.say(told.cause.hint, first="Question: ", hang=10)


def _signs(told: Story, sheet: Sheet) -> None:
    """Write one sign for each check, in their order."""
    signs = (terminal.SIGNS[check.kind][0 if sheet.unicode else 1] for check in told.checks)
    sheet.gap()
    sheet.say(f"Checks: {' '.join(signs)}")


MATTERS: Sequence[Versions] = (
    (terminal.head,),
    (terminal.cause, headline),
    (terminal.evidence, failed),
    (terminal.advice, question),
    (terminal.checks, _signs),
    (terminal.timeline,),
    (terminal.further,),
    (terminal.foot,),
)
"""The parts of a report by how much they matter, each with what can stand for it where there is less room."""

PASSED: Sequence[Versions] = ((terminal.head,), (terminal.foot,))
"""The same for a report that has passed."""
