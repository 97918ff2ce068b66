"""Reports for other programs, read as those programs read them."""

import csv
import io
import json
import re
from pathlib import Path
from unittest import TestCase, defaultTestLoader

import jsonschema
import msgspec
import pytest
from gradescope_utils.autograder_utils.decorators import number, visibility, weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner
from junitparser import JUnitXml
from lxml import etree
from markdown_it import MarkdownIt

from grader.model import Diagnostic
from grader.report import render

from .reports import ALL, check, hostile, report, sequential

GRADESCOPE = json.loads(Path(__file__).with_name("schemas").joinpath("gradescope.json").read_text("utf-8"))
JENKINS = etree.XMLSchema(file=Path(__file__).with_name("schemas") / "junit.xsd")
FORMATS = ("classroom50", "csv", "github", "gitlab", "gradescope", "junit", "markdown")
SECRET = "a secret requirement"


def hidden():
    """A report with a check that a student must not know of, and that failed."""
    secret = check(
        "secret",
        SECRET,
        "failed",
        2,
        visibility="hidden",
        message=SECRET,
        expected=(SECRET,),
        actual=(SECRET,),
        target=SECRET,
    )
    return msgspec.structs.replace(report(), results=(check("calls", "shown"), secret), max_score=3, score=1)


@pytest.mark.parametrize("format", FORMATS)
def test_a_hidden_check_is_in_nothing_that_a_student_gets(format):
    """Neither its title, nor what it ran, nor what it expected; and nothing says that all passed."""
    text = render(hidden(), format)
    assert SECRET not in text
    assert "Passed: " not in text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ALL)
def test_equal_reports_are_equal_bytes_and_can_be_written(name, format):
    """In UTF-8, also with what no file can hold."""
    text = render(ALL[name](), format)
    assert text == render(ALL[name](), format)
    assert text.encode("utf-8")
    assert text.endswith("\n")


# --- Gradescope ---


@pytest.mark.parametrize("name", ALL)
def test_gradescope_reads_it(name):
    """As its specification says, and the points are those of the report."""
    data = json.loads(render(ALL[name](), "gradescope"))
    jsonschema.Draft202012Validator(GRADESCOPE).validate(data)
    assert (data["score"], len(data["tests"])) == (ALL[name]().score, len(ALL[name]().results))


def test_gradescope_refuses_another_one():
    """A schema that took everything would prove nothing."""
    data = json.loads(render(sequential(), "gradescope"))
    for change in ({"score": "4"}, {"more": 1}, {"tests": [{"status": "skipped"}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(GRADESCOPE).validate(data | change)


def test_gradescope_s_own_library_writes_what_the_schema_takes(tmp_path):
    """A schema that only we keep would be ours: what gradescope-utils writes is a second one."""

    class Waits(TestCase):
        @weight(2)
        @number("1.1")
        @visibility("after_published")
        def test_ends(self):
            """It ends"""

        @weight(1)
        def test_begins(self):
            """It begins"""
            self.fail("it did not begin")

    with (tmp_path / "results.json").open("w+") as stream:
        JSONTestRunner(visibility="visible", stream=stream).run(defaultTestLoader.loadTestsFromTestCase(Waits))
        stream.seek(0)
        theirs = json.load(stream)
    jsonschema.Draft202012Validator(GRADESCOPE).validate(theirs)
    ours = json.loads(render(sequential(), "gradescope"))
    assert set(ours["tests"][0]) - {"number"} <= {key for test in theirs["tests"] for key in test} | {"number"}


def test_gradescope_tells_the_cause_above_the_checks():
    """What a student reads first; a skipped check is a failed one with its reason."""
    data = json.loads(render(sequential(), "gradescope"))
    assert (
        "`task('Task B', 1)` started after `task('Task A', 2)` had ended: 3 s in all (gather.py, line 11)"
        in data["output"]
    )
    assert {test["status"] for test in data["tests"]} == {"passed", "failed"}


# --- JUnit ---


@pytest.mark.parametrize("name", ALL)
def test_junit_is_read_by_its_peer(name):
    """As many cases as checks, each with its result, and the counts say the same."""
    (suite,) = JUnitXml.fromstring(render(ALL[name](), "junit").encode("utf-8"))
    kinds = [type(case.result[0]).__name__.lower() if case.result else "passed" for case in suite]
    words = {"passed": "passed", "failed": "failure", "skipped": "skipped", "error": "error"}
    assert kinds == [words[result.status] for result in ALL[name]().results]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
        len(kinds),
        *(kinds.count(kind) for kind in ("failure", "error", "skipped")),
    )


@pytest.mark.parametrize("name", ALL)
def test_junit_keeps_the_schema_of_jenkins(name):
    """Whatever is in it."""
    JENKINS.assertValid(etree.fromstring(render(ALL[name](), "junit").encode("utf-8")))


@pytest.mark.parametrize(
    "inside", ['<properties><property name="points" value="1"/></properties>', "<note/>", '<failure line="3"/>']
)
def test_jenkins_refuses_more_in_a_case(inside):
    """What pytest's own XML has there, for one: points in a case would lose the whole file."""
    wrong = f'<testsuite name="a" tests="1" failures="0" errors="0"><testcase name="b">{inside}</testcase></testsuite>'
    assert not JENKINS.validate(etree.fromstring(f"<testsuites>{wrong}</testsuites>"))


def test_junit_has_no_case_twice():
    """GitLab would show the first of two alone: a failure could be behind a check that passed."""
    made = report(
        results=(check("a", "It ends"), check("b", "It ends", "failed"), check("c", "It begins")), max_score=3
    )
    (suite,) = JUnitXml.fromstring(render(made, "junit").encode("utf-8"))
    assert [case.name for case in suite] == ["It ends", "It ends (2)", "It begins"]
    assert {found.name: found.value for found in suite.properties()}["points: It ends (2)"] == "0 of 1"


def test_junit_has_points_in_the_suite():
    """Jenkins' schema has no properties in a case."""
    text = render(sequential(), "junit")
    (suite,) = JUnitXml.fromstring(text.encode("utf-8"))
    assert {found.name: found.value for found in suite.properties()}["score"] == "4"
    assert "<properties>" not in text.partition("<testcase")[2]


# --- GitHub ---

MOST_OF_A_KIND = 10
"""Annotations of one kind that GitHub shows of a step."""

MOST_OF_A_SUMMARY = 1024 * 1024
"""Bytes of a step's summary; a larger one is dropped as a whole."""

COMMAND = re.compile(r"::(error|notice) ((?:[a-z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


@pytest.mark.parametrize("name", ALL)
def test_github_reads_commands_and_nothing_else(name):
    """A line a command, whatever is in a name or a message; ten errors at most."""
    lines = render(ALL[name](), "github").removesuffix("\n").split("\n")
    kinds = [COMMAND.fullmatch(line)[1] for line in lines]
    assert kinds[-1] == "notice"
    assert kinds[:-1] == ["error"] * (len(kinds) - 1)
    assert len(kinds) <= 11


def test_github_shows_all_that_is_written():
    """Twenty failed checks are ten errors and the verdict, and none of them is lost by a limit."""
    made = msgspec.structs.replace(
        report(), results=tuple(check(str(number), f"check {number}", "failed") for number in range(20))
    )
    kinds = [COMMAND.fullmatch(line)[1] for line in render(made, "github").splitlines()]
    assert (kinds.count("error"), kinds.count("notice")) == (MOST_OF_A_KIND, 1)


def test_a_summary_is_shown():
    """However much a program prints, and however many checks it fails."""
    many = tuple(
        check(str(number), "t" * 5000, "failed", message="m" * 5000, expected=("x" * 500,) * 500, actual=("y",) * 500)
        for number in range(300)
    )
    for made in (hostile(), msgspec.structs.replace(hostile(), results=many)):
        assert 0 < len(render(made, "markdown").encode("utf-8")) <= MOST_OF_A_SUMMARY


def test_github_marks_the_line():
    """The root cause first."""
    first = render(sequential(), "github").split("\n")[0]
    assert first.startswith("::error file=gather.py,line=11,title=sequential-awaits::`task('Task B', 1)` started after")


def test_github_takes_no_command_of_a_learner():
    """Ends of lines, colons, commas and per cent signs are data."""
    name = "a,b:c%0A::set-output name=x::\n.py"
    cause = Diagnostic(code="x", message="100%\n::error::mine", file=name, line=1)
    made = msgspec.structs.replace(
        sequential(), diagnostics=(cause,), submission=msgspec.structs.replace(sequential().submission, name=name)
    )
    lines = render(made, "github").split("\n")
    assert lines[0].startswith(
        "::error file=a%2Cb%3Ac%250A%3A%3Aset-output name=x%3A%3A\\n.py,line=1,title=x::100%25\\n::"
    )
    assert not any(line.startswith(("::set-output", "::error::mine")) for line in lines)


# --- GitLab ---


@pytest.mark.parametrize("name", ALL)
def test_gitlab_reads_code_quality(name):
    """The keys that it needs, and no fingerprint twice."""
    issues = json.loads(render(ALL[name](), "gitlab"))
    expected = len(ALL[name]().diagnostics) or (1 if name != "passed" else 0)
    assert len(issues) == expected == len({issue["fingerprint"] for issue in issues})
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_knows_an_issue_again_when_lines_are_added():
    """Its fingerprint is what it is, and not where."""
    (cause,) = sequential().diagnostics
    moved = msgspec.structs.replace(sequential(), diagnostics=(msgspec.structs.replace(cause, line=99),))
    before, after = (json.loads(render(made, "gitlab"))[0] for made in (sequential(), moved))
    assert (before["fingerprint"], after["location"]["lines"]["begin"]) == (after["fingerprint"], 99)


# --- Markdown ---


@pytest.mark.parametrize("name", ALL)
def test_markdown_has_one_heading_two_levels_and_no_markup_of_a_learner(name):
    """Read by a parser: no link, no picture, no HTML; the table has a row for each check."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render(ALL[name](), "markdown"))
    kinds = [inner.type for token in tokens for inner in (token, *(token.children or ()))]
    assert not set(kinds) & {"html_block", "html_inline", "link_open", "image"}
    assert [token.tag for token in tokens if token.type == "heading_open"] in (["h2"], ["h2", "h3"])
    assert kinds.count("tr_open") == 1 + len(ALL[name]().results)


def test_markdown_reads_well():
    """As it stands below a workflow."""
    text = render(sequential(), "markdown")
    assert text.startswith(
        "## Two tasks at once\\: the shorter one finishes first\n\n**Not passed yet: 4 of 8 points**\n"
    )
    assert "gather\\.py, line 11\n\n```python\n" in text
    assert "| ❌ failed |" in text


def test_markdown_tells_nobody():
    """A name behind an at sign would be told of it, and a fence could be closed."""
    made = msgspec.structs.replace(
        sequential(),
        diagnostics=(Diagnostic(code="x", message="@everyone ```` <b> [a](http://x)", file="gather.py", line=1),),
        submission=msgspec.structs.replace(sequential().submission, source="x = '''\n````\n'''\n"),
    )
    text = render(made, "markdown")
    assert "@e" not in text
    assert "`````python\n" in text


# --- CSV ---


@pytest.mark.parametrize("name", ALL)
def test_csv_is_one_row(name):
    """With its head, and points as numbers."""
    head, row = csv.reader(io.StringIO(render(ALL[name](), "csv"), newline=""))
    found = dict(zip(head, row, strict=True))
    assert float(found["score"]) == pytest.approx(ALL[name]().score, abs=0.005)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
