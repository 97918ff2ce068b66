"""A platform's table of grades comes out as it came in, with the points in it."""

from html import escape

import pytest

from grader.batch import gradebooks
from grader.batch.books import understood
from grader.batch.classes import Class
from grader.batch.gradebooks import comment
from grader.batch.grading import Grade
from grader.batch.intake import absent
from grader.errors import UsageError
from grader.exercise import course_root, load_exercise

from .grades import CAUSE, grade

GRADES = [
    grade("1", "Ann Lee", 12),
    grade("2", "Bo Kent", 7.5, (CAUSE,)),
    grade("3", "Cy Roe"),
    grade("9", "Zoe Ash", 0),
]

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")


def fill(data, grades, column=None):
    """Fill in a table with one exercise's grades."""
    columns = {"": column} if column else {}
    return gradebooks.fill(understood(data), [Class(exercise=EXERCISE, grades=grades)], columns)


MOODLE = (
    "\ufeffIdentifier,Full name,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Comments\r\n"
    'Participant 1,Ann Lee,Submitted,,10.00,Yes,"Sunday, 22 November 2026, 8:00 AM",\r\n'
    "Participant 2,Bo Kent,Submitted,,10.00,Yes,-,old\r\n"
    "Participant 3,Cy Roe,Submitted,,10.00,Yes,-,\r\n"
    "Participant 4,Di Fox,No submission,,10.00,Yes,-,\r\n"
)


def in_both(columns=None, head="02 Gather (1),HTTP with one session (2)"):
    """Fill in a table of Canvas with two exercises, of which Bo has no second one, and Di none."""
    second = load_exercise(course_root() / "exercises" / "24_fetch_pages")
    classes = [
        Class(exercise=EXERCISE, grades=[*GRADES[:2], Grade(handed=absent("4", "Di Fox", "02_gather"), report=None)]),
        Class(
            exercise=second,
            grades=[
                grade("1", "Ann Lee", 6),
                Grade(handed=absent("2", "Bo Kent", second.slug), report=None),
                Grade(handed=absent("4", "Di Fox", second.slug), report=None),
            ],
        ),
    ]
    cells = "," * head.count(",")
    text = f"Student,ID,SIS Login ID,Section,{head}\nAnn,1,a,A,{cells}\nBo,2,b,A,{cells}\nDi,4,d,A,{cells}\n"
    filled = gradebooks.fill(understood(text.encode()), classes, columns)
    return [row.split(",A,")[1] for row in filled.data.decode().splitlines()[1:]]


def test_each_exercise_has_its_column():
    """Known by number, word, slug or title in the column's name, or named; what was not handed in has no points."""
    assert in_both() == ["12,6", "7.5,", ","]
    assert in_both(head="fetch_pages (3),Exercise 2 (4)") == ["6,12", ",7.5", ","]
    assert in_both({"24_fetch_pages": "B (2)"}, "A (1),B (2)") == [",6", ",", ","]


def test_one_column_takes_the_sum():
    """The only one, or the one that is named."""
    assert in_both(head="Week 1 (1)") == ["18", "7.5", ""]
    assert in_both({"": "B (2)"}, "A (1),B (2)") == [",18", ",7.5", ","]
    with pytest.raises(UsageError, match="which column is for the points"):
        in_both(head="A (1),B (2)")
    with pytest.raises(UsageError, match=r"no column 'C'; for points there are 'A \(1\)', 'B \(2\)'"):
        in_both({"": "C"}, "A (1),B (2)")


def test_points_of_several_exercises_are_scaled_to_one_column():
    """And Moodle's comment says what each of them came to."""
    classes = [Class(exercise=EXERCISE, grades=GRADES[:1]), Class(exercise=EXERCISE, grades=[grade("1", "Ann Lee", 6)])]
    row = gradebooks.fill(understood(MOODLE.encode()), classes).data.decode().split("\r\n")[1]
    assert ",7.5,10.00," in row
    assert row.endswith("02_gather: 12 of 12 points.<br>02_gather: 6 of 12 points.")


def test_points_are_nobodys_by_a_name_that_two_have():
    """A name is no number."""
    text = "OrgDefinedId,Username,Last Name,First Name,Ex 1 Points Grade,End-of-Line Indicator\n#1,#a,Lee,Ann,,#\n"
    filled = fill(text.encode(), [grade("1", "Ann Lee", 12), grade("2", "Ann Lee", 0)])
    assert filled.data.decode() == text
    assert (filled.missing, filled.unknown) == (("Ann Lee",), ("Ann Lee", "Ann Lee"))


def test_a_student_is_taken_out_of_a_table():
    """The row goes, and the others stay."""
    rows = MOODLE.split("\r\n")
    left = gradebooks.without(understood(MOODLE.encode()), "2", ["Bo Kent"]).decode().split("\r\n")
    assert left == [*rows[:2], *rows[3:]]


def test_moodles_worksheet_is_filled_in():
    """Points to its own maximum, and a comment; the rest stays, the mark at its beginning too."""
    filled = fill(MOODLE.encode(), GRADES)
    assert filled.data.decode().split("\r\n")[1:] == [
        'Participant 1,Ann Lee,Submitted,10,10.00,Yes,"Sunday, 22 November 2026, 8:00 AM",12 of 12 points.',
        f"Participant 2,Bo Kent,Submitted,6.25,10.00,Yes,-,{escape(comment(GRADES[1]))}",
        "Participant 3,Cy Roe,Submitted,0,10.00,Yes,-,Not graded: no Python file was handed in.",
        "Participant 4,Di Fox,No submission,,10.00,Yes,-,",
        "",
    ]
    assert filled.data.decode().split("\r\n")[0] == MOODLE.split("\r\n")[0]
    assert (filled.platform, filled.missing, filled.unknown) == ("Moodle", ("Di Fox",), ("Zoe Ash",))


def test_moodles_worksheet_in_another_language_is_filled_in():
    """With semicolons and decimal commas, and headers that nobody here can read."""
    text = (
        "ID;Vollständiger Name;Status;Bewertung;Bestwertung;Bewertung veränderbar;Feedback als Kommentar\n"
        "Teilnehmer/in2;Bo Kent;Abgegeben;;10,00;Ja;\n"
    )
    row = fill(text.encode(), GRADES).data.decode().split("\n")[1]
    assert row.startswith('Teilnehmer/in2;Bo Kent;Abgegeben;6,25;10,00;Ja;"7.5 of 12')


def test_canvas_grade_book_is_filled_in():
    """The row with the points possible says how many there are, and is no student."""
    text = (
        "Student,ID,SIS Login ID,Section,Exercise 1 (456)\n"
        "    Points Possible,,,,10\n"
        '"Lee, Ann",1,ann,Async 101,\n'
        '"Roe, Bob",124,bob,Async 101,EX\n'
    )
    filled = fill(text.encode(), GRADES[:1])
    assert filled.data.decode() == text.replace("Async 101,\n", "Async 101,10\n", 1)
    assert (filled.platform, filled.missing, filled.unknown) == ("Canvas", ("Bob Roe",), ())


def test_blackboards_grade_book_is_filled_in():
    """Tabs, quotes, UTF-16, and the total in the column's name."""
    text = '"Last Name"\t"Username"\t"Exercise 1 [Total Pts: 10 Score] |98765"\r\n"Kent"\t"2"\t""\r\n'
    filled = fill(text.encode("utf-16"), GRADES)
    assert filled.data.decode("utf-16").split("\r\n")[1] == "Kent\t2\t6.25"
    assert filled.platform == "Blackboard"


def test_brightspaces_grade_book_is_filled_in():
    """By names: its numbers are others than those of its archive."""
    head = "OrgDefinedId,Username,Last Name,First Name,Exercise 1 Points Grade,End-of-Line Indicator\n"
    filled = fill(f"{head}#100,#ann,Lee,Ann,,#\n".encode(), GRADES)
    assert (filled.platform, filled.data.decode()) == ("Brightspace", f"{head}#100,#ann,Lee,Ann,12,#\n")


def test_which_column_is_meant_is_asked():
    """Where there are several; the one that is named is taken."""
    text = "Student,ID,SIS Login ID,Section,One (1),Two (2)\nAnn,1,ann,A,,\n"
    with pytest.raises(UsageError, match=r"--column names one of 'One \(1\)', 'Two \(2\)'"):
        fill(text.encode(), GRADES)
    assert fill(text.encode(), GRADES, "Two (2)").data.decode().endswith("Ann,1,ann,A,,12\n")


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n", "\ufeff", "Name,Grade\nAnn,\n"])
def test_a_table_of_nobody_is_told(text):
    """With its first row."""
    with pytest.raises(UsageError, match="none that is known"):
        fill(text.encode(), GRADES)


def test_a_table_that_is_no_text_is_told():
    """As UTF-8 is what it has to be."""
    with pytest.raises(UsageError, match="cannot be read as utf-8"):
        fill(b"Student,ID\xff", GRADES)


def test_a_comment_has_no_markup_of_a_program():
    """Moodle shows it as HTML: what a program says of itself is escaped where it goes in."""
    assert comment(GRADES[1]) == "7.5 of 12 points. `b` started after `a` had ended <x> (line 9). Why?"
    assert b"<x>" not in fill(MOODLE.encode(), GRADES).data
