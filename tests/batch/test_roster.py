"""Students are found again, and who handed in nothing has a row."""

import pytest

from grader.batch.books import understood
from grader.batch.intake import Handed, Intake
from grader.batch.roster import Index, enrolled
from grader.errors import NotFoundError, UsageError

ANN, BO = (
    Handed(student="100", number="7", name="Ann Lee", exercise="02_gather"),
    Handed(student="bo", name="Bo Lee", exercise="02_gather"),
)
TWINS = [Handed(student=student, name="Di Roe", exercise="02_gather") for student in ("4", "5")]


@pytest.mark.parametrize("text", ["100", "7", "ann lee", "ANN", "nn l"])
def test_a_student_is_meant_by_number_name_or_a_part_of_it(text):
    """Whatever the case of its letters."""
    assert Index([ANN, BO, *TWINS]).meant(text) == "100"


def test_who_cannot_be_told_is_nobody():
    """None, or several: both are said."""
    index = Index([ANN, BO, *TWINS])
    with pytest.raises(NotFoundError, match="no student 'zoe' in this class"):
        index.meant("zoe")
    for text, those in (("lee", r"Ann Lee \(100\), Bo Lee \(bo\)"), ("di roe", r"Di Roe \(4\), Di Roe \(5\)")):
        with pytest.raises(UsageError, match=f"several students are meant by '{text}': name one of {those}"):
            index.meant(text)
    assert index.find("Di Roe") is None


def test_students_are_called_as_a_table_calls_them():
    """Canvas writes `leeann` in names of files; a list of numbers calls nobody anything."""
    lee = Handed(student="100", name="leeann", exercise="02_gather")
    intake = Intake(layout="canvas", handed=(lee, BO), ignored=())
    for text, name in ((LISTS["Canvas"], "Ann Lee"), (LISTS["a student a line"], "leeann")):
        (found, *_) = [
            row for row in enrolled(intake, [understood(text.encode())], ["02_gather"]).handed if not row.missing
        ]
        assert (found.student, found.name) == ("100", name)


LISTS = {
    "a list of a class": "name,student\nAnn Lee,100\nCy,3\n",
    "a student a line": "100\nbo\n3\n",
    "Canvas": 'Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"Lee, Ann",100,ann,A\nCy,3,cy,A\n',
    "Brightspace": "OrgDefinedId,Username,Last Name,First Name,End\n#1,#a,Lee,Ann,#\n#3,#c,Roe,Cy,#\n",
}


@pytest.mark.parametrize("kind", LISTS)
def test_who_handed_in_nothing_has_a_row_for_each_exercise(kind):
    """Sorted among the others, and once, in however many lists."""
    intake = Intake(layout="moodle", handed=(ANN, BO), ignored=())
    book = understood(LISTS[kind].encode())
    rows = enrolled(intake, [book, book], ["02_gather", "03_chain"]).handed
    added = [row for row in rows if row.missing]
    assert [(row.name, row.exercise) for row in added] == [(added[0].name, "02_gather"), (added[0].name, "03_chain")]
    assert added[0].name in ("3", "Cy", "Cy Roe")
    assert [row.student for row in rows] in (
        ["3", "3", "100", "bo"],
        ["Cy Roe", "Cy Roe", "100", "bo"],
        ["100", "Cy Roe", "Cy Roe", "bo"],
    )
