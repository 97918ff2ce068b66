"""Lanes -> SVG: pure functions, and the same bytes for the same timeline.

Everything along the axis is in per cent, so a chart takes whatever width there is and its letters keep their size. What
a call does is told by shape and by word as well as by colour: running is solid, waiting is a dashed outline, blocked is
hatched. Colours, and with them light and dark, come from the page's style sheet by class.
"""

from __future__ import annotations

from html import escape
from itertools import accumulate

from grader.model import seconds

from .lanes import Kind, Lane, Mark, Pair, Picture, Stretch, ticks

ROW = 42
"""Height of a lane: its label above its bar."""

LABEL = 14
"""Where the label's letters stand, from the top of the lane."""

BAR = (20, 15)
"""Where the bar begins, from the top of the lane, and its height."""

AXIS = 26
"""Height of the axis."""

INDENT = 12
"""Pixels by which a lane below another is indented."""

WORDED = 18.0
"""Per cent of the width that a stretch must have to carry its word."""

SPOKEN = 60.0
"""Per cent that a stretch must have that says what blocked it."""

MANY = 60
"""Pixels by which a lane of many calls is higher than another, at most."""

WIDE = 1000
"""In how many steps the axis of such a lane is divided."""

MAX_LINES = 4
"""Lines of output that a mark names."""

NOTHING = "no awaited call"
"""What a run without a lane says."""

MOST_TICKS = 5
"""Names on the axis, about."""


def draw(picture: Picture, pair: Pair, name: str, heading: str) -> str:
    """Draw one run of a pair on the pair's scale; `name` makes its ids unique in the page."""
    *tops, lanes = accumulate((ROW + _more(lane) for lane in picture.lanes), initial=0)
    height = max(lanes, ROW) + AXIS
    times = ticks(pair.scale, MOST_TICKS)
    content = [
        element("title", text(_summary(picture, heading)), id=f"{name}-title"),
        _hatching(name),
        *(_grid(time, pair.scale, height) for time in times),
        *(_lane(lane, top, pair.scale, name) for top, lane in zip(tops, picture.lanes, strict=True)),
        "" if picture.lanes else element("text", NOTHING, class_="label", x=0, y=LABEL),
        _upright("end", picture.end, pair.scale, height),
        _upright("parted", pair.parted, pair.scale, height),
        *(_label(lane, top) for top, lane in zip(tops, picture.lanes, strict=True)),
        *(_tick(time, pair.scale, height, last=index == len(times) - 1) for index, time in enumerate(times)),
    ]
    return element(
        "svg",
        "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        class_="chart",
        width="100%",
        height=height,
        role="img",
        aria_labelledby=f"{name}-title",
    )


def sample(kind: Kind, name: str) -> str:
    """Draw what a stretch of a kind looks like, for the legend."""
    shape = _shape(kind, name, 1, BAR[1])
    return element("svg", _hatching(name) + shape, class_="sample", width=30, height=BAR[1] + 2, aria_hidden="true")


def score(share: float) -> str:
    """Draw how much of the points was earned."""
    rail = element("rect", class_="rail", width="100%", height=6, rx=3)
    earned = element("rect", class_="earned", width=percent(share, 1), height=6, rx=3) if share else ""
    return element("svg", rail + earned, class_="score-bar", width="100%", height=6, aria_hidden="true")


def element(name: str, content: str = "", **attributes: object) -> str:
    """Write an element; its content is markup, its attributes are text and are escaped here."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content or name in ("svg", "text") else f"<{name}{written}/>"


def text(words: str) -> str:
    """Write words as markup."""
    return escape(words, quote=True)


def percent(time: float, scale: float) -> str:
    """Write a place on the axis: `33.33%`."""
    return f"{_share(time, scale):.2f}".rstrip("0").rstrip(".") + "%"


def _share(time: float, scale: float) -> float:
    return min(max(100 * time / scale, 0), 100)


def _summary(picture: Picture, heading: str) -> str:
    calls = len(picture.lanes) + picture.left_out
    return f"{heading}: {calls} awaited {'call' if calls == 1 else 'calls'} in {seconds(picture.end)}"


def _hatching(name: str) -> str:
    stripes = element("path", class_="stripes", d="M-1 1 L1 -1 M0 6 L6 0 M5 7 L7 5")
    pattern = element("pattern", stripes, id=f"{name}-hatch", width=6, height=6, patternUnits="userSpaceOnUse")
    return element("defs", pattern)


def _grid(time: int, scale: int, height: int) -> str:
    x = percent(time, scale)
    return element("line", class_="grid", x1=x, x2=x, y1=0, y2=height - AXIS + 4)


def _upright(kind: str, time: int | None, scale: int, height: int) -> str:
    """Mark a moment through all lanes: where the run ended, or parted from the other."""
    if time is None or time > scale:
        return ""
    x = percent(time, scale)
    return element("line", class_=kind, x1=x, x2=x, y1=0, y2=height - AXIS + 4)


def _tick(time: int, scale: int, height: int, *, last: bool) -> str:
    share = _share(time, scale)
    anchor = "start" if share < 4 else "end" if share > 96 else "middle"
    words = seconds(time) if last else seconds(time).removesuffix(" s")
    return element("text", text(words), class_="tick", x=percent(time, scale), y=height - 6, text_anchor=anchor)


def _more(lane: Lane) -> int:
    """Return by how much higher than others a lane is that shows many calls, each as a line."""
    return min(max(len(lane.each) - BAR[1], 0), MANY) if lane.end > lane.start else 0


def _lane(lane: Lane, top: int, scale: int, name: str) -> str:
    if all(start == end for start, end in lane.each or ((lane.start, lane.end),)):
        times = dict.fromkeys(percent(start, scale) for start, _ in lane.each or ((lane.start, lane.end),))
        y1, y2 = top + BAR[0], top + sum(BAR)
        bar = "".join(element("line", class_="instant", x1=x, x2=x, y1=y1, y2=y2) for x in times)
    elif lane.each:
        bar = _calls(lane, top + BAR[0], scale, name)
    else:
        draw_stretch = _narrow if lane.merged else _stretch
        bar = "".join(draw_stretch(stretch, top + BAR[0], scale, name) for stretch in lane.stretches)
    marks = "".join(_mark(mark, top + BAR[0] + BAR[1] // 2, scale) for mark in lane.marks if mark.time <= scale)
    return element("g", bar + marks)


def _label(lane: Lane, top: int) -> str:
    """Write what a lane is called, over the lines through all lanes."""
    hint = element("title", text(f"{lane.label}, {seconds(lane.start)} to {seconds(lane.end)}"))
    before = element("tspan", "▸ ", class_="cut-off") if lane.differs else ""
    after = "" if lane.finished else element("tspan", " · cut off", class_="cut-off")
    words = f"{hint}{before}{text(lane.label)}{after}"
    return element("text", words, class_="label", x=lane.depth * INDENT, y=top + LABEL)


def _calls(lane: Lane, top: int, scale: int, name: str) -> str:
    """Draw many calls, each as a line from its beginning to its end, and over them where the event loop was blocked."""
    ends = ((min(start, scale) * WIDE // scale, min(end, scale) * WIDE // scale) for start, end in lane.each)
    path = "".join(f"M{start} {row}.5H{max(end, start + 3)}" for row, (start, end) in enumerate(ends))
    lines = element(
        "svg",
        element("path", class_="each", d=path),
        x=0,
        y=top,
        width="100%",
        height=BAR[1] + _more(lane),
        viewBox=f"0 0 {WIDE} {len(lane.each)}",
        preserveAspectRatio="none",
    )
    return lines + "".join(_narrow(one, top, scale, name) for one in lane.stretches if one.kind == "blocked")


def _stretch(stretch: Stretch, top: int, scale: int, name: str) -> str:
    start, end = min(stretch.start, scale), min(stretch.end, scale)
    if end <= start:
        return ""
    width = _share(end, scale) - _share(start, scale)
    said = f"{stretch.kind} {seconds(stretch.start)} to {seconds(stretch.end)}"
    hint = element("title", text(f"{said}: {stretch.what}" if stretch.what else said))
    words = _words(stretch, width)
    word = element("text", text(words), class_=f"word {stretch.kind}", x=6, y=11) if words else ""
    return element(
        "svg",
        hint + _shape(stretch.kind, name, 0, BAR[1]) + word,
        class_="stretch",
        x=percent(start, scale),
        y=top,
        width=f"{width:.2f}%",
        height=BAR[1],
    )


def _words(stretch: Stretch, width: float) -> str:
    """Return what a stretch that is `width` per cent wide says of itself."""
    if width < WORDED:
        return ""
    if stretch.kind != "blocked" or width < SPOKEN or not stretch.what:
        return stretch.kind
    line = f", line {stretch.line}" if stretch.line is not None else ""
    return f"event loop blocked by {stretch.what}{line}"


def _narrow(stretch: Stretch, top: int, scale: int, name: str) -> str:
    """Draw one of a great many stretches, too narrow for words."""
    width = f"{_share(stretch.end, scale) - _share(stretch.start, scale):.4g}%"
    fill = {"fill": f"url(#{name}-hatch)"} if stretch.kind == "blocked" else {"class": stretch.kind}
    return element("rect", x=percent(stretch.start, scale), y=top, width=width, height=BAR[1], **fill)


def _shape(kind: Kind, name: str, top: int, height: int) -> str:
    match kind:
        case "running":
            return element("rect", class_="running", y=top, width="100%", height=height)
        case "waiting":
            return element("rect", class_="waiting", x=0.5, y=top + 0.5, width="100%", height=height - 1, rx=1)
        case "blocked":
            ground = element("rect", class_="blocked", y=top, width="100%", height=height)
            return ground + element("rect", y=top, width="100%", height=height, fill=f"url(#{name}-hatch)")


def _mark(mark: Mark, middle: int, scale: int) -> str:
    what = "marked" if mark.named else "printed"
    hint = element("title", text("\n".join([f"{what} at {seconds(mark.time)}", *mark.lines[:MAX_LINES]])))
    if mark.named:
        x = percent(mark.time, scale)
        return element("line", hint, class_="marked", x1=x, x2=x, y1=middle - 10, y2=middle + 10)
    return element("circle", hint, class_="printed", cx=percent(mark.time, scale), cy=middle, r=4)
