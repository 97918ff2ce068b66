"""Story -> one HTML file: no script, no request to anywhere, everything that a learner can influence escaped.

Escaping happens once, in the template engine: whatever a template writes is escaped, and made visible before (see
`visible`), unless it is `Markup`. `Markup` is made here only, from the charts and from code set off by backticks, which
escape for themselves. Should that ever fail, the page's Content-Security-Policy lets nothing run and nothing load.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.model import Report, seconds

from . import svg
from .compiled import Compiled
from .excerpt import Line, lines, shown_as
from .lanes import MEANINGS, Pair, Picture, did
from .story import story
from .told import Cause
from .visible import cut, visible

MAX_SOURCE = 400
"""Lines of the program that are shown."""

MAX_LENGTH = 300
"""Characters that are shown of a line of it."""

OTHERS = ("overview", "traced")
"""How the names of templates of other pages begin."""

SIGNS = {"passed": "✓", "failed": "✗", "skipped": "·", "error": "!"}
"""What became of a check -> sign; its name stands beside it for those who do not see it."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report as a page."""
    return page(report, environment())


@cache
def environment() -> Environment:
    """Return what templates are rendered with: everything is escaped, and an undefined name is an error."""
    made = Environment(
        loader=PackageLoader("grader.report"),
        bytecode_cache=Compiled(),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"code": code, "compared": compared, "seconds": seconds, "did": did}
    return made


def get_ready() -> None:
    """Load the templates of a report; to compile them takes longer than to write a page with them."""
    for name in environment().list_templates(filter_func=_is_of_reports):
        environment().get_template(name)


def _is_of_reports(name: str) -> bool:
    return name.endswith((".j2", ".css")) and not name.startswith(OTHERS)


def page(report: Report, templates: Environment) -> str:
    """Write a report as a page with these templates."""
    told = story(report)
    return templates.get_template("report.html.j2").render(
        told=told,
        score_bar=Markup(svg.score(told.share)),
        signs=SIGNS,
        **parts(templates, told.timeline, report.submission.source, told.cause),
    )


def parts(templates: Environment, timeline: Pair | None, text: str, cause: Cause | None) -> dict[str, object]:
    """Return what every page has: its style, the charts of a timeline, and the program."""
    style = templates.get_template("report.css").render()
    return {
        "style": Markup(style),
        "policy": policy(style),
        "charts": _charts(timeline) if timeline is not None else (),
        "samples": [(kind, meaning, Markup(svg.sample(kind, f"sample-{kind}"))) for kind, meaning in MEANINGS.items()],
        "source": source(text, cause.excerpt if cause is not None else ()),
    }


def policy(style: str) -> str:
    """Return the page's Content-Security-Policy: its own style sheet, known by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def code(text: str) -> Markup:
    """Set off what stands between backticks as code.

    >>> code("`x` is <b>")
    Markup('<code>x</code> is &lt;b&gt;')
    """
    return _set_off(r"`([^`]+)`", Markup("<code>{}</code>"), text, times)


def times(text: str) -> Markup:
    """Keep a time and its unit on one line.

    >>> times("from t=2 s")
    Markup('from <span class="time">t=2 s</span>')
    """
    return _set_off(r"((?:t=)?\b\d[\d.]* s)\b", Markup('<span class="time">{}</span>'), text, escape)


def compared(text: str) -> Markup:
    """Write a line of what was expected: a sentence of the grader's, or a line of output as it is.

    >>> compared("`main()` ends by itself")
    Markup('<code>main()</code> ends by itself')
    """
    return code(text) if re.match(r"`[^`]+` [a-z]", text) else times(text)


def _set_off(pattern: str, element: Markup, text: str, others: Callable[[str], Markup]) -> Markup:
    parts = re.split(pattern, visible(text))
    return Markup("").join(element.format(part) if index % 2 else others(part) for index, part in enumerate(parts))


def source(text: str, around: tuple[Line, ...]) -> dict[str, object]:
    """Return the lines of the program to show: all of them, or those around the marked one."""
    texts = lines(text)
    hits = [line for line in around if line.end > line.start]
    hit = hits[0].number if hits else 0
    first = max(0, min(hit - MAX_SOURCE // 2, len(texts) - MAX_SOURCE))
    shown = [
        Line(number=number, text=cut(shown_as(line), MAX_LENGTH))
        for number, line in enumerate(texts[first : first + MAX_SOURCE], first + 1)
    ]
    return {"lines": shown, "hit": hit, "before": first, "after": max(0, len(texts) - first - MAX_SOURCE)}


def _charts(timeline: Pair) -> list[tuple[str, str, Picture, Markup]]:
    runs = [("actual", "The run", timeline.actual)]
    if timeline.expected is not None:
        actual, expected = (f"{name.capitalize()} run" for name in timeline.names)
        runs = [("actual", actual, timeline.actual), ("expected", expected, timeline.expected)]
    return [
        (name, heading, picture, Markup(svg.draw(picture, timeline, name, heading))) for name, heading, picture in runs
    ]


def _visible(value: object) -> object:
    """Make what a template writes visible; markup has been, where it was made."""
    return visible(value, keep="\n") if isinstance(value, str) and not isinstance(value, Markup) else value
