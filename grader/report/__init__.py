"""Report -> text, HTML, JSON. Pure: a report in, a text out; nothing is run, read or fetched.

    audience    report -> the report for a student, before any format
    words       how a run ended, in words
    visible     text of learners made safe to show: control characters, overlong lines
    excerpt     the learner's line with its marked part
    story       what is told of a report, and in which order: the same for every format that people read
    told        the same, as data
    showing     which failed check shows the root cause
    ending      how the run of a timeline ended, in a sentence
    parting     where two runs begin to differ
    captions    sentences below a timeline
    lanes       a timeline made ready to be drawn, on one scale for both runs
    chart       lanes -> text           svg     lanes -> SVG
    sheet       styled lines -> text    pieces  causes and timelines on a sheet
    compiled    templates of pages, compiled once
    terminal    story -> text           page    story -> HTML           json    report -> JSON, and its schema
    spoken      story -> sentences, for screen readers
    concise     report -> a line a diagnostic, for editors
    exchange    report -> what other programs read: Gradescope, JUnit, …
    foreseen    what was predicted beside what happened -> text
    screen      the terminal's text, as much of it as there is room for
    overview    a class → HTML
    traced      the same for a program that was run for no exercise

What a format needs is imported when it is asked for: JSON needs neither rich nor jinja2.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from grader.errors import UsageError
from grader.model import Audience, Report

if TYPE_CHECKING:
    from datetime import datetime
    from importlib.metadata import EntryPoint

FORMATS = {
    "terminal": "grader.report.terminal",
    "plain": "grader.report.terminal",
    "brief": "grader.report.brief",
    "spoken": "grader.report.spoken",
    "concise": "grader.report.concise",
    "html": "grader.report.page",
    "json": "grader.report.json",
    "classroom50": "grader.report.exchange.classroom50",
    "csv": "grader.report.exchange.csv",
    "github": "grader.report.exchange.github",
    "gitlab": "grader.report.exchange.gitlab",
    "gradescope": "grader.report.exchange.gradescope",
    "junit": "grader.report.exchange.junit",
    "markdown": "grader.report.exchange.markdown",
}
"""Format -> module whose `render` writes it. Plain text is the terminal's without colour."""

COLORED = ("terminal", "brief")
"""Formats that may have colour."""


GROUP = "asyncgrade.formats"
"""Entry points of other packages that bring a format: its name, and a function that is called as `render` here is."""


class Renderer(Protocol):
    """A format: a report becomes a text."""

    def __call__(self, report: Report, *, width: int, color: bool, unicode: bool) -> str:
        """Write a report; `width` is in columns."""


def render(
    report: Report,
    format: str,
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    audience: Audience = "student",
    now: datetime | None = None,
) -> str:
    """Write a report in a format, for a student unless it is said otherwise.

    The format is given what its audience may see at the moment `now`, see `audience`; the rest it does not get.
    `width` is in columns; `color` allows colour codes; without `unicode` the text is ASCII. They matter to the formats
    `terminal` and `plain` only (`unicode` to `spoken` and `concise`, too), and `plain` never has colour. Raises
    UsageError for a format that does not exist.
    """
    from .audience import shown_to

    return _renderer(format)(
        shown_to(report, audience, now), width=width, color=color and format in COLORED, unicode=unicode
    )


def get_ready(*formats: str) -> None:
    """Load what formats of ours are written with, so that writing them later takes less time."""
    for format in formats:
        if format in FORMATS:
            getattr(import_module(FORMATS[format]), "get_ready", lambda: None)()


def of_others() -> dict[str, EntryPoint]:
    """Return the formats that other packages bring; ours cannot be replaced."""
    from importlib.metadata import entry_points

    return {found.name: found for found in entry_points(group=GROUP) if found.name not in FORMATS}


def _renderer(format: str) -> Renderer:
    if format in FORMATS:
        return cast(Renderer, import_module(FORMATS[format]).render)
    others = of_others()
    if format not in others:
        raise UsageError(f"no format {format!r}; there are: {', '.join([*FORMATS, *others])}")
    try:
        return cast(Renderer, others[format].load())
    except (ImportError, AttributeError) as error:
        raise UsageError(f"the format {format!r} ({others[format].value}) cannot be loaded: {error}") from error
