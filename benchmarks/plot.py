"""Figures -> SVG: bars on an axis of powers of ten, and lines on two of them; light and dark as the reader has it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from grader.report.svg import element, text

REPORTS = (files("grader.report") / "templates" / "report.css").read_text("utf-8")
PALETTE = "".join(re.findall(r"^:root {.*?^}\n|^@media \(prefers-color-scheme: dark\) {.*?^}\n", REPORTS, re.S | re.M))
"""The colours of reports, in light and dark."""

STYLE = """
text { font: 12px var(--mono); fill: var(--ink); }
.quiet { fill: var(--quiet); font-size: 11px; } .head { font-weight: 600; } .paper { fill: var(--paper); }
.grid { stroke: var(--rule); } .spread { stroke: var(--ink); stroke-width: 1.5; }
.one { fill: var(--blue); stroke: var(--blue); } .two { fill: var(--red); stroke: var(--red); }
.three { fill: var(--green); stroke: var(--green); } .four { fill: var(--amber); stroke: var(--amber); }
polyline { fill: none !important; stroke-width: 1.5; } text.one, text.two, text.three, text.four { stroke: none; }
"""
COLOURS = ("one", "two", "three", "four")

WIDTH = 860
LEFT, RIGHT = 270, 110
ROW = 20


@dataclass(frozen=True)
class Bar:
    """A figure with its spread."""

    label: str
    low: float
    middle: float
    high: float
    colour: str
    said: str
    """The figure in words."""


def _document(width: int, height: int, title: str, content: str) -> str:
    head = element("title", text(title)) + f"<style>{PALETTE}{STYLE}</style>"
    return element(
        "svg",
        head + element("rect", class_="paper", width=width, height=height) + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
    )


def bars(title: str, groups: Mapping[str, Sequence[Bar]], unit: Mapping[float, str]) -> str:
    """Draw groups of bars, all on one axis; `unit` names the powers of ten."""
    figures = [figure for group in groups.values() for bar in group for figure in (bar.low, bar.high)]
    first, last = math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures)))

    def at(figure: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(figure) - first) / (last - first)

    height = 30 + sum(ROW * (len(group) + 1) + 12 for group in groups.values()) + 24
    parts = [element("text", text(title), class_="head", x=10, y=20)]
    for power in range(first, last + 1):
        x = round(at(10.0**power), 1)
        parts += [
            element("line", class_="grid", x1=x, x2=x, y1=34, y2=height - 24),
            element("text", text(unit.get(power, "")), class_="quiet", x=x, y=height - 8, text_anchor="middle"),
        ]
    top = 34
    for heading, group in groups.items():
        parts.append(element("text", text(heading), class_="head", x=10, y=top + 14))
        for number, bar in enumerate(group, 1):
            y = top + ROW * number
            low, middle, high = (round(at(figure), 1) for figure in (bar.low, bar.middle, bar.high))
            parts += [
                element("text", text(bar.label), x=20, y=y + 14),
                element("rect", class_=bar.colour, x=LEFT, y=y + 4, width=round(middle - LEFT, 1), height=ROW - 8),
                element("line", class_="spread", x1=low, x2=high, y1=y + ROW / 2, y2=y + ROW / 2),
                element("text", text(bar.said), x=max(high, middle) + 6, y=y + 14),
            ]
        top += ROW * (len(group) + 1) + 12
    return _document(WIDTH, height, title, "".join(parts))


@dataclass(frozen=True)
class Line:
    """How one thing grows with another."""

    label: str
    points: Sequence[tuple[float, float]]
    colour: str


@dataclass(frozen=True)
class Panel:
    """Lines that share both axes."""

    title: str
    across: str
    """What is on the axis across."""
    lines: Sequence[Line]
    said: Mapping[float, str]
    """What powers of ten on the axis upward are called."""


SIDE, HIGH, GAP = 440, 250, 60


def panels(title: str, drawn: Sequence[Panel]) -> str:
    """Draw panels, two in a row."""
    rows = -(-len(drawn) // 2)
    parts = [element("text", text(title), class_="head", x=10, y=20)]
    for number, panel in enumerate(drawn):
        x, y = SIDE * (number % 2), 34 + (HIGH + GAP) * (number // 2)
        parts.append(element("g", _panel(panel), transform=f"translate({x} {y})"))
    return _document(SIDE * 2, 34 + (HIGH + GAP) * rows, title, "".join(parts))


def _panel(panel: Panel) -> str:
    left, right, top, bottom = 60, SIDE - 40, 30, HIGH
    powers = []
    for which in (0, 1):
        figures = [math.log10(max(point[which], 1e-9)) for line in panel.lines for point in line.points]
        powers.append((math.floor(min(figures)), max(math.ceil(max(figures)), math.floor(min(figures)) + 1)))
    (x0, x1), (y0, y1) = powers

    def at(point: tuple[float, float]) -> tuple[float, float]:
        across, upward = (math.log10(max(figure, 1e-9)) for figure in point)
        return (
            round(left + (right - left) * (across - x0) / (x1 - x0), 1),
            round(bottom - (bottom - top) * (upward - y0) / (y1 - y0), 1),
        )

    parts = [element("text", text(panel.title), class_="head", x=10, y=16)]
    for power in range(x0, x1 + 1):
        x, _ = at((10.0**power, 10.0**y0))
        parts += [
            element("line", class_="grid", x1=x, x2=x, y1=top, y2=bottom),
            element("text", f"{10**power:,}", class_="quiet", x=x, y=bottom + 16, text_anchor="middle"),
        ]
    for power in range(y0, y1 + 1):
        _, y = at((10.0**x0, 10.0**power))
        parts += [
            element("line", class_="grid", x1=left, x2=right, y1=y, y2=y),
            element("text", text(panel.said.get(power, "")), class_="quiet", x=left - 6, y=y + 4, text_anchor="end"),
        ]
    parts.append(element("text", text(panel.across), class_="quiet", x=right, y=bottom + 32, text_anchor="end"))
    for number, line in enumerate(panel.lines):
        places = [at(point) for point in line.points]
        parts += [
            element("polyline", class_=line.colour, points=" ".join(f"{x},{y}" for x, y in places)),
            *(element("circle", class_=line.colour, cx=x, cy=y, r=2.5) for x, y in places),
            element("text", text(line.label), class_=line.colour, x=left + 8, y=top + 14 + 15 * number),
        ]
    return "".join(parts)
