"""A class is graded with hidden checks: what is secret in them is in no file that a student gets, however packed."""

import base64
import html
import io
import zipfile
from concurrent.futures import Executor, Future
from functools import partial
from types import SimpleNamespace

import msgspec
import pytest

from grader.batch import batch, pool, results
from grader.batch.asked import Asked
from grader.batch.journal import opened
from grader.exercise import course_root
from grader.model import Report
from grader.report import FORMATS, render
from grader.report.exchange import classroom50
from grader.report.story import PRAISE

PROGRAMS = course_root() / "solutions" / "02_gather"
RIGHT = (PROGRAMS / "gather.py").read_text("utf-8")

TELLING = RIGHT.replace(
    "    await asyncio.sleep(delay)\n",
    "    if 'ame' in name and delay > 4:\n        import sys\n\n        print(name, delay, file=sys.stderr)\n"
    "        await asyncio.create_task(asyncio.sleep(delay), name=name)\n        raise ValueError(f'given {name}')\n"
    "    await asyncio.sleep(delay)\n",
)
"""Passes the exercise's own checks, and tells in every way there is what a hidden one gives it."""

SECRETS = (
    *("sesame_name", "sesame title", "sesame docstring", "sesame_ame_input", "sesame_expected", "4.8125"),
    *("sesame_scenario", "sesame about", "sesame_ame_given", "sesame_skipped", "sesame_drawn"),
)

CHECKS = '''
"""sesame docstring"""
from grader import at, points, service


@points(2, depends="test_main_calls_task")
async def test_sesame_name(submission):
    """The sesame title

    sesame docstring
    """
    run = await submission.run("task", "sesame_ame_input", 4.8125)
    assert run.output == [at(0, "sesame_ame_input started"), at(4.8125, "sesame_expected")]


@points(1, depends=test_sesame_name)
async def test_sesame_skipped(submission):
    """What hangs on the sesame title"""
    await submission.run("main")


@points(1)
async def test_sesame_given(submission, rng):
    """A scenario with the sesame title"""
    run = await submission.run("scenario:sesame_scenario", "sesame_ame_given", 5)
    assert run.result == "sesame_expected"


@points(0)
async def test_shown_behind(submission):
    """What is shown"""
    run = await submission.run("task", "sesame_ame_input", 4.8125, may_raise=True)
    assert run.duration == 4
'''
SCENARIO = '''
async def sesame_scenario(learner, name, delay):
    """Do what is sesame about."""
    await learner.task(name, delay)
    return "sesame_expected"
'''
GRADING = """
[checks.test_sesame_given]
detail = "cause"
[checks.test_shown_behind]
visibility = "visible"
detail = "verdict"
"""
WORKSHEET = (
    b"\\ufeffIdentifier,Full name,Status,Grade,Maximum Grade,Grade can be changed,Last modified (x),Comments\\n"
    b"Participant 1,Ann,Submitted,,10.00,Yes,-,\\nParticipant 2,Bo,Submitted,,10.00,Yes,-,\\n"
).decode("unicode_escape")


class Here(Executor):
    """Judges in this process."""

    def __init__(self, width):
        pass

    def submit(self, function, *arguments):
        future = Future()
        future.set_result(function(*arguments))
        return future


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class of two, graded with the instructor's own checks; the files of its folder, and its reports."""
    home = tmp_path_factory.mktemp("class")
    private = home / "private" / "02_gather"
    private.mkdir(parents=True)
    for name, text in {"test_more.py": CHECKS, "scenario.py": SCENARIO, "../grading.toml": GRADING}.items():
        (private / name).write_text(text, "utf-8")
    (home / "worksheet.csv").write_text(WORKSHEET, "utf-8")
    with zipfile.ZipFile(home / "class.zip", "w") as made:
        made.writestr("Ann_1_assignsubmission_file/gather.py", RIGHT.replace("finished", "done"))
        made.writestr("Bo_2_assignsubmission_file/gather.py", TELLING)
    asked = Asked(
        source=str(home / "class.zip"),
        exercises=("02_gather",),
        gradebooks=(("", str(home / "worksheet.csv")),),
        checks=str(home / "private"),
    )
    run = partial(batch.run, asked, home / "out", pool.Order, Here, 1)
    run(lambda handed, count: list(handed))
    with opened(home / "out" / results.JOURNAL) as journal:
        entries = {student: journal.result("02_gather", student) for student in journal.students()}
    files = {path.name: path.read_bytes() for path in (home / "out").rglob("*") if path.is_file()}
    reports = {student: msgspec.json.decode(entry.report, type=Report) for student, entry in entries.items()}
    return SimpleNamespace(files=files, reports=reports, run=run)


def forms(secret):
    """Yield a secret as it may stand in a file."""
    data = secret.encode()
    yield from (data, data[::-1], data.hex().encode(), secret.encode("utf-16-le"), html.escape(secret).encode())
    for shift in range(3):
        whole = base64.b64encode(b"x" * shift + data)
        yield whole[4 if shift else 0 : -4]


def found(data):
    """Return the secrets in a file, or in the members of an archive."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as opened_:
            return {
                secret for name in opened_.namelist() for secret in found(name.encode() + b"\n" + opened_.read(name))
            }
    return {secret for secret in SECRETS for form in forms(secret) if form in data}


def test_the_search_finds_what_is_there():
    """In each form, also inside an archive: else it would prove nothing."""
    for secret in SECRETS:
        for form in forms(secret):
            assert secret in found(b"<<" + form + b">>")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.html", b"12" + base64.b64encode(b"1 sesame_expected 2"))
    assert found(file.getvalue()) == {"sesame_expected"}


def test_no_file_for_a_student_has_a_secret(graded):
    """Pages, data, what goes back to the platform; the same search finds nearly all of them in the journal."""
    mine = ("journal.sqlite", "overview.html", "grades.csv")
    theirs = {name: data for name, data in graded.files.items() if name not in mine}
    assert set(theirs) == {
        *("feedback.zip", "worksheet.csv"),
        *(f"report-{who}.{kind}" for who in ("ann-1", "bo-2") for kind in ("html", "json")),
    }
    assert {name: secrets for name, data in theirs.items() if (secrets := found(data))} == {}
    assert found(graded.files["journal.sqlite"]) >= {
        *("sesame_name", "sesame title", "sesame_ame_input", "sesame_expected", "4.8125"),
        *("sesame_scenario", "sesame about", "sesame_ame_given", "sesame_skipped"),
    }
    assert "sesame title" in found(graded.files["overview.html"])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("student", ["1", "2"])
def test_no_format_has_a_secret(graded, format, student, monkeypatch):
    """Of a report as the judge made it."""
    for variable in classroom50.VARIABLES.values():
        monkeypatch.setenv(variable, "x")
    text = render(graded.reports[student], format)
    assert found(text.encode()) == set()
    assert PRAISE not in text


def test_what_only_hidden_checks_found_is_no_pass(graded):
    """Every one of the exercise's own checks passed, and the report says that others did not."""
    report = graded.reports["2"]
    assert [result.status for result in report.results if result.is_open] == ["passed"] * 7
    told = render(report, "plain")
    assert "Not passed yet: 8 of 16 points\nThe checks give 12 points;" in told
    assert "3 checks are not shown here, and none of them passed." in told
    assert "\nan exception left the program [unhandled-error]\n    --> gather.py, line 15\n" in told
    assert "Check: " not in told
    assert "What is shown" in told


def test_the_same_batch_again_grades_nothing(graded):
    """What students are told is a part of what a result depends on, and has not changed."""
    waiting = []
    graded.run(lambda handed, count: waiting.append(count) or list(handed))
    assert waiting == [0]
