"""Report -> text, HTML, JSON. Pure: a report in, a text out; nothing is run, read or fetched.

    words       how a run ended, in words
    visible     text of learners made safe to show: control characters, overlong lines
    excerpt     the learner's line with its marked part
    story       what is told of a report, and in which order: the same for every format that people read
    told        the same, as data
    lanes       a timeline made ready to be drawn, on one scale for both runs
    chart       lanes -> text           svg     lanes -> SVG
    sheet       styled lines -> text    pieces  causes and timelines on a sheet
    terminal    story -> text           page    story -> HTML           json    report -> JSON, and its schema
    spoken      story -> sentences, for screen readers
    concise     report -> a line a diagnostic, for editors
    traced      the same for a program that was run for no exercise

What a format needs is imported when it is asked for: JSON needs neither rich nor jinja2.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from grader.errors import UsageError
from grader.model import Report

FORMATS = {
    "terminal": "grader.report.terminal",
    "plain": "grader.report.terminal",
    "brief": "grader.report.brief",
    "spoken": "grader.report.spoken",
    "concise": "grader.report.concise",
    "html": "grader.report.page",
    "json": "grader.report.json",
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


class _Renderer(Protocol):
    def __call__(self, report: Report, *, width: int, color: bool, unicode: bool) -> str: ...


def render(report: Report, format: str, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report in a format.

    `width` is in columns; `color` allows colour codes; without `unicode` the text is ASCII. They matter to the formats
    `terminal` and `plain` only (`unicode` to `spoken` and `concise`, too), and `plain` never has colour. Raises
    UsageError for a format that does not exist.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    renderer = cast(_Renderer, import_module(FORMATS[format]).render)
    return renderer(report, width=width, color=color and format in COLORED, unicode=unicode)
