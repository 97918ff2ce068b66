"""What students are told of a check: each cell of the table in docs/reference/grading.md, in each format."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace as replaced

from grader.model import Diagnostic, Raised, ScheduleFinding, Timeline
from grader.report import FORMATS, render
from grader.report.audience import HIDDEN, for_student

from .reports import at, check, printed, report, waits

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "grading.md").read_text("utf-8")
DATE = datetime(2026, 12, 1, tzinfo=UTC)
NOW = {"before `visible_from`": DATE - timedelta(seconds=1), "from `visible_from` on": DATE}

NAME, TITLE = "sesame_name", "the sesame requirement"
KIND = "sesame-code"
RUN = tuple(
    f"sesame_{part}"
    for part in (
        *("message", "expected", "actual", "target", "change", "token"),
        *("label", "line", "outcome", "wanted", "printed", "words", "marked", "note", "hint"),
    )
)
PARTS = {"which check": (NAME, TITLE), "kind of mistake, line": (KIND,), "its run": RUN}
"""Column of the table -> what stands in a report for it."""


def rows():
    """Return the rows of the table: visibility and detail -> column -> whether students are told."""
    part = PAGE.partition("## What students are told of a check\n")[2].partition("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    head, _, *body = [[cell.strip() for cell in line] for line in lines]
    return {tuple(row[:2]): dict(zip(head[2:], (cell == "yes" for cell in row[2:]), strict=True)) for row in body}


TABLE = rows()


def planted(visibility="hidden", detail="verdict", visible_from=None, status="failed"):
    """Return a report with secrets in all that a check's run leaves in it, as the judge makes one."""
    diagnosed = Diagnostic(
        code=KIND,
        message="sesame_words",
        file="gather.py",
        line=6,
        column=5,
        end_column=9,
        label="sesame_marked",
        notes=("sesame_note",),
        hint="sesame_hint",
    )
    general = Diagnostic(code=KIND, message="what the page of it is called", file="gather.py", line=6)
    secret = check(
        NAME,
        TITLE,
        status,
        2,
        visibility=visibility,
        visible_from=visible_from,
        detail=detail,
        message="sesame_message",
        expected=("sesame_expected",),
        actual=("sesame_actual",),
        target="sesame_target",
        diagnostics=(KIND,),
        run=0,
        schedule=ScheduleFinding(number=1, schedules=2, changes=("sesame_change",), token="sesame_token"),
        causes={"full": (diagnosed,), "cause": (general,), "verdict": ()}[detail],
    )
    run = Timeline(
        target="sesame_target",
        actual=(waits(1, "sesame_label()", 0, 1),),
        actual_end=at(1),
        actual_lines=printed((0, "sesame_line")),
        outcome=Raised(error="sesame_outcome", message=""),
        expected=(waits(1, "sesame_wanted()", 0, 1),),
        expected_lines=printed((0, "sesame_printed")),
    )
    skipped = check("behind", "what hangs on it", "skipped", needs=TITLE, message=f"not checked: it needs “{TITLE}”")
    fault = check("fault", "what has no answer", "error", message="sesame_message")
    return report(
        results=(check("calls", "shown"), secret, skipped, fault),
        score=1,
        max_score=5,
        diagnostics=(diagnosed,),
        for_students=(),
        timelines=(run,),
        hint="sesame_hint",
        for_authors=(f"test_{NAME}: sesame_note",),
    )


def of(row):
    """Return the report of a row of the table, and when a student reads it."""
    where, detail = (cell.strip("`") for cell in row)
    if row[0] in NOW:
        return planted("hidden", detail, DATE), NOW[row[0]]
    return planted(where, detail), DATE


@pytest.fixture
def formats(monkeypatch):
    """All formats, and one of another package that writes down whatever it is given."""
    whole = SimpleNamespace(load=lambda: lambda report, **look: repr(report))
    monkeypatch.setattr("grader.report.of_others", lambda: {"whole": whole})
    return (*FORMATS, "whole")


@pytest.mark.parametrize("row", TABLE, ids=" ".join)
def test_a_student_is_told_what_the_table_says_and_no_more(row, formats):
    """In no format; in those that write everything down, no less either."""
    made, now = of(row)
    for column, secrets in PARTS.items():
        told = TABLE[row][column]
        for format in formats:
            text = render(made, format, now=now)
            assert told or [secret for secret in secrets if secret in text] == [], format
            assert format not in ("json", "whole") or not told or column == "its run" or secrets[0] in text
    if TABLE[row]["its run"]:
        text = render(made, "json", now=now)
        assert [secret for secret in RUN if secret not in text] == []


@pytest.mark.parametrize("row", TABLE, ids=" ".join)
def test_an_instructor_is_told_everything(row, formats):
    """The same search finds every secret in what an instructor gets: one that finds nothing would prove nothing."""
    made, _ = of(row)
    for format in ("json", "whole"):
        text = render(made, format, audience="instructor")
        assert [secret for secret in (NAME, TITLE, KIND, *RUN) if secret not in text] == []
    for format in set(formats) - {"csv", "gitlab"}:
        assert "sesame" in render(made, format, audience="instructor"), format


@pytest.mark.parametrize("row", TABLE, ids=" ".join)
def test_its_verdict_and_points_are_always_told(row):
    """A hidden one counts: no format says that the program passed, or the same as where the check passed."""
    made, now = of(row)
    first, secret, *rest = made.results
    passed = replaced(secret, status="passed", points=2, causes=())
    passing = replaced(made, results=(first, passed, *rest), diagnostics=())
    shown = json.loads(render(made, "json", now=now))
    assert (shown["results"][1]["status"], shown["results"][1]["max_points"]) == ("failed", 2)
    assert (shown["score"], shown["max_score"]) == (1, 5)
    for format in FORMATS:
        text = render(made, format, now=now)
        assert "Passed: " not in text, format
        assert text != render(passing, format, now=now), format


def test_a_program_that_fails_nothing_but_a_hidden_check_has_not_passed():
    """The verdict, the remark, and the row all say so; GitLab has an issue."""
    made = replaced(planted(), results=planted().results[:2])
    for format in FORMATS:
        text = render(made, format)
        assert "Passed: " not in text, format
    told = render(made, "plain")
    assert "Not passed yet: 1 of 5 points\n1 check is not shown here, and it did not pass.\n" in told
    assert HIDDEN.format(2) in told
    assert [issue["check_name"] for issue in json.loads(render(made, "gitlab"))] == ["asyncgrade/failed-check"]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        ((1,), "1 check is not shown here, and it passed."),
        ((0,), "1 check is not shown here, and it did not pass."),
        ((1, 1), "2 checks are not shown here, and they passed."),
        ((1, 0), "2 checks are not shown here, and 1 of them passed."),
        ((0, 0), "2 checks are not shown here, and none of them passed."),
    ],
)
def test_how_many_checks_are_not_shown_is_said(passed, words):
    """And what became of them; an instructor is told that they are hidden."""
    results = [
        check(f"{number}", TITLE, "passed" if one else "failed", visibility="hidden")
        for number, one in enumerate(passed)
    ]
    made = report(results=tuple(results), for_students=())
    assert words in render(made, "plain")
    assert words.replace("not shown here", "hidden from students") in render(made, "plain", audience="instructor")


def test_an_instructor_is_told_which_checks_are_hidden():
    """In each format that lists them; a student has another name for them."""
    for format in ("plain", "spoken", "html", "junit", "markdown", "gradescope"):
        text = render(planted(), format, audience="instructor").replace("\\", "")
        assert f"{TITLE} (hidden)" in text, format
        assert "(hidden)" not in render(planted(), format).replace("\\", ""), format


def test_without_a_date_of_now_what_waits_for_one_is_hidden():
    """A caller that forgets it shows too little, never too much."""
    assert TITLE not in render(planted("hidden", "full", DATE), "json")


def test_a_full_detail_of_a_hidden_check_is_its_verdict():
    """What says two things at once shows the less."""
    text = render(planted("hidden", "full"), "json")
    assert "sesame" not in text


def test_what_is_left_out_once_stays_so():
    """A student's report can be given on: nothing changes when it is asked for once more."""
    once = for_student(planted("hidden", "cause"))
    assert for_student(once, DATE) == once
    assert once.audience == "student"


def test_a_report_with_nothing_hidden_loses_only_what_is_for_authors():
    """And says for whom it is."""
    whole = report(results=(check("calls", "shown"),), for_authors=("x",))
    assert for_student(whole) == replaced(whole, for_authors=(), audience="student")


def test_what_a_shown_check_shows_stays_with_its_own_timeline():
    """Timelines of others are gone; the places of those that stay are told anew."""
    own = Timeline(target="main()", actual=(), actual_end=0, actual_lines=())
    made = planted()
    shown = check("own", "own", "failed", message="own words", run=1, diagnostics=(KIND,))
    other = Diagnostic(code="own-code", message="own", line=3, hint="Why?")
    made = replaced(made, results=(*made.results, shown), timelines=(*made.timelines, own), for_students=(other,))
    told = for_student(made)
    assert told.timelines == (own,)
    assert (told.results[-1].run, told.results[-1].diagnostics, told.results[-1].message) == (
        0,
        ("own-code",),
        "own words",
    )
    assert (told.diagnostics, told.hint) == ((other,), "Why?")


def test_gradescope_hides_a_hidden_check_for_an_instructor():
    """As a test that students do not see, with the total; what they see above it is what a student's report says."""
    data = json.loads(render(planted(), "gradescope", audience="instructor"))
    assert [test["visibility"] for test in data["tests"]] == ["visible", "hidden", "visible", "visible"]
    assert TITLE in data["tests"][1]["name"]
    shown = {key: value for key, value in data.items() if key != "tests"}
    assert "sesame" not in json.dumps([shown, *(test for test in data["tests"] if test["visibility"] == "visible")])
    student = json.loads(render(planted(), "gradescope"))
    assert {test["visibility"] for test in student["tests"]} == {"visible"}
