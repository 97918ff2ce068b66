"""Any report that the types allow is shown, whatever is in it, and what is shown is inert."""

from __future__ import annotations

import json
from datetime import UTC
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from grader.model import Report
from grader.report import render

from .test_inert import READ, unseen_in

# The type of a report is large, and so is the text that hypothesis makes of what makes reports.
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")

HOSTILE = (
    "\x1b[2J\x1b]0;x\x07",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "a\rPASSED",
    "[bold red]x[/] [link=http://x]",
    "\x00\x08\x7f\x85\u2028\ufeff",
    "]]><!-- -->",
    "'; DROP",
    "&lt;&#x3c;",
)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(HOSTILE)
LARGEST = 2**62


def _of(kind: msgspec.inspect.Type, depth: int) -> st.SearchStrategy[Any]:
    """Return what makes values of a type, from what msgspec knows of it."""
    most = 2 if depth > 2 else 1
    match kind:
        case msgspec.inspect.StructType():
            fields = {field.name: _of(field.type, depth - 1) for field in kind.fields}
            return st.deferred(lambda: st.builds(kind.cls, **fields))
        case msgspec.inspect.UnionType():
            return st.one_of([_of(one, depth) for one in kind.types])
        case msgspec.inspect.VarTupleType():
            return st.lists(_of(kind.item_type, depth), max_size=most).map(tuple)
        case msgspec.inspect.TupleType():
            return st.tuples(*[_of(item, depth) for item in kind.item_types])
        case msgspec.inspect.LiteralType():
            return st.sampled_from(kind.values)
        case msgspec.inspect.IntType():
            return st.sampled_from([0, 1, 2, 10**9]) | st.integers(-LARGEST, LARGEST)
        case msgspec.inspect.FloatType():
            return st.floats(allow_nan=False, allow_infinity=False, width=32)
        case msgspec.inspect.StrType():
            return texts
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.NoneType():
            return st.none()
        case msgspec.inspect.DateTimeType():
            return st.datetimes(timezones=st.just(UTC))
    raise TypeError(f"no values of {kind}")


reports = _of(msgspec.inspect.type_info(Report), 5)
OURS = frozenset(
    [
        "body",
        "caption",
        "circle",
        "code",
        "defs",
        "details",
        "div",
        "figure",
        "footer",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "header",
        "html",
        "li",
        "line",
        "main",
        "meta",
        "p",
        "path",
        "pattern",
        "pre",
        "rect",
        "section",
        "span",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "th",
        "thead",
        "title",
        "tr",
        "tspan",
        "ul",
        "ol",
        "a",
        "em",
        "marker",
        "polygon",
    ]
)
"""Elements of our pages."""

SETTINGS = settings(
    max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


class Page(HTMLParser):
    """What a browser would make of a page: elements and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.wrong: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            link = name in ("href", "src", "action", "xlink:href")
            if name.startswith("on") or (link and not (value or "").startswith(("#", "http", "data:"))):
                self.wrong.append((tag, name, value))
        if tag in ("img", "iframe", "object", "embed", "form", "base"):
            self.wrong.append((tag, "", None))


def _page(report: Report) -> Page:
    page = Page()
    page.feed(render(report, "html", audience="instructor"))
    page.close()
    return page


@SETTINGS
@given(reports)
def test_a_terminal_is_sent_no_control_characters(report):
    """But newlines: nothing repaints, nothing is hidden, nothing runs from right to left."""
    told = render(report, "terminal", audience="instructor")
    assert [sign for sign in told if not sign.isprintable() and sign not in "\n\u200c\u200d"] == []


@SETTINGS
@given(reports)
def test_a_page_has_no_element_of_the_learners(report):
    """No script, no picture, no form; no handler, and no address but links."""
    page = _page(report)
    assert page.wrong == []
    assert page.scripts == page.scripts


@SETTINGS
@given(reports)
def test_a_report_comes_back_from_its_json(report):
    """What is written is JSON, and says what the report says."""
    told = json.loads(render(report, "json", audience="instructor"))
    assert told["exercise"] == report.exercise
    assert [result["name"] for result in told["results"]] == [result.name for result in report.results]


@SETTINGS
@given(reports)
def test_other_programs_can_read_it(report):
    """In each of their formats, with nothing in it that cannot be seen; whole points do not contradict one another."""
    for format, read in READ.items():
        _, found = read(render(report, format))
        assert unseen_in(found) == []
    told = json.loads(render(report, "classroom50"))
    assert 0 <= told["score"] == sum(test["score"] for test in told["tests"]) <= told["max-score"]
    assert all(0 <= test["score"] <= test["max-score"] for test in told["tests"])
