"""Nothing of who wrote a program is left in its report, and everything of the program is."""

import msgspec
import pytest
from msgspec import structs

from grader.batch.intake import Handed
from grader.batch.masking import Mask
from grader.exercise import course_root, load_exercise
from grader.model import Diagnostic, Report, Submission

from .grades import grade

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")
ANN = Handed(student="annlee", number="100234", name="Ann Lee")
BO = Handed(student="7", name="Bo Kent")
MASK = Mask(EXERCISE, [ANN, BO])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# by Ann Lee, ANN LEE and ann_lee", "# by xxx xxx, xxx xxx and xxx_xxx"),
        ("annlee 100234 ann@example.test", "xxxxxx xxxxxx xxxxxxxxxxxxxxxx"),
        ("# with Bo Kent, Kent, Bo or bo.kent", "# with xx xxxx, xxxx, xx or xx.xxxx"),
        ("annex leeway Bo Kents 100 7", "annex leeway Bo Kents 100 7"),
        ("/home/someone/x.py C:\\Users\\other\\y.py", "/home/xxxxxxx/x.py C:\\Users\\xxxxx\\y.py"),
        ("open('/home/someone')", "open('/home/xxxxxxx')"),
        ("await asyncio.gather(task('Task A', 2))", "await asyncio.gather(task('Task A', 2))"),
    ],
)
def test_people_are_covered_and_words_are_not(text, expected):
    """By as many letters: each column stays where it is."""
    assert MASK.text(text, ANN) == expected
    assert len(expected) == len(text)


@pytest.mark.parametrize("name", ["Main Task", "Max Async", "Ann Print", "Delay Gather"])
def test_a_name_that_is_a_word_of_a_program_stays(name):
    """A program without `max` is no help to anybody."""
    author = Handed(student="1", name=name)
    source = "async def main(): print(max(delay, 1), task)"
    assert Mask(EXERCISE, [author]).text(source, author) == source


def full(name, source="", **more):
    """Return a report of a file that is called so."""
    found = grade(
        "1", "Ann Lee", 6, (Diagnostic(code="lost-task", message="`f` ended", file=name, line=1, **more),), source
    ).report.whole()
    return structs.replace(found, submission=Submission(name=name, source=source))


def test_a_program_is_called_as_the_exercises():
    """Wherever its own name stands, and there only."""
    report = MASK.report(full("ann_lee.py", label="in ann_lee.py, not in my-ann_lee.py"), ANN)
    assert (report.submission.name, report.diagnostics[0].file) == ("gather.py", "gather.py")
    assert report.diagnostics[0].label == "in gather.py, not in my-xxx_xxx.py"


def test_a_report_of_somebody_without_a_name_in_it_is_the_same():
    """But for what the file is called."""
    report = full("gather.py", "import asyncio  # nobody\n")
    assert MASK.report(report, ANN) == report


def test_a_name_that_is_a_word_of_the_reports_own_breaks_nothing():
    """Codes and states are ours: whoever is called Fork or Sealed is covered in the program only."""
    words = sorted(
        {word for word in msgspec.json.encode(full("a.py")).decode().split('"') if word.isalpha() and len(word) > 2}
    )
    author = Handed(student="1", name=" ".join(words))
    report = Mask(EXERCISE, [author]).report(full("a.py", "# fork\n"), author)
    assert (report.environment.backend, report.submission.source) == ("fork", "# xxxx\n")
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
