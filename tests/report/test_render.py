"""One function renders every format, and imports what a format needs when it is asked for."""

import subprocess
import sys

import pytest

from grader.errors import UsageError
from grader.report import FORMATS, render

from .reports import ALL, HOSTILE, hostile, sequential


def test_an_unknown_format_is_told_with_those_that_exist():
    """The message names what was asked for and what there is."""
    there = "terminal, plain, brief, spoken, concise, html, json"
    with pytest.raises(UsageError, match=f"no format 'pdf'; there are: {there}"):
        render(sequential(), "pdf")


@pytest.mark.parametrize(
    ("format", "absent"),
    [
        (None, {"rich", "jinja2"}),
        ("json", {"rich", "jinja2"}),
        ("spoken", {"rich", "jinja2"}),
        ("concise", {"rich", "jinja2"}),
        ("html", {"rich"}),
        ("plain", {"jinja2"}),
    ],
)
def test_a_format_imports_only_what_it_needs(format, absent):
    """JSON and lines need neither rich nor jinja2, the page no rich, the terminal no jinja2."""
    program = (
        "import sys; from grader.report import render; from grader.model import *;"
        f"format = {format!r};"
        "report = Report(exercise='x', submission=Submission(name='x', source=''), score=0, max_score=0,"
        "outcome=Returned(), results=(), diagnostics=(), environment=Environment(grader='', python='', platform='',"
        "isolation='none', backend='fork', seed=''));"
        "format and render(report, format); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert absent & set(done.stdout.split()) == set()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ALL)
def test_equal_reports_give_equal_bytes(name, format):
    """Rendering depends on the report alone, and what it gives can be written to a file."""
    assert render(ALL[name](), format).encode("utf-8") == render(ALL[name](), format).encode("utf-8")


@pytest.mark.parametrize("format", ["terminal", "plain", "spoken", "concise", "html"])
def test_nothing_that_cannot_be_seen_is_written(format):
    """Control characters, marks of direction and lone surrogates are shown as escapes."""
    text = render(hostile(), format)
    assert {sign for sign in text if not sign.isprintable()} == {"\n"}
    assert r"\x1b[31m" in text
    assert r"\u202e" in text
    assert r"\ud800" in text


def test_the_hostile_report_holds_what_cannot_be_seen():
    """The test before this one would fail if such characters were let through."""
    assert not "".join(HOSTILE).isprintable()


@pytest.mark.parametrize(
    ("format", "most"), [("plain", 100_000), ("spoken", 100_000), ("concise", 30_000), ("html", 1_000_000)]
)
def test_what_people_read_is_bounded(format, most):
    """10,000 lines of output, 300 lanes and very long lines do not make an endless report."""
    assert len(render(hostile(), format)) < most
