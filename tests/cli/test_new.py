"""`grade new` tells what it has written, and what to do next."""

from pathlib import Path


def test_the_files_are_listed(grade, here):
    """By their path from here, then the command that proves them; it works from here."""
    said = grade("new", "15_tea_time")
    *files, empty, step = said.out.splitlines()
    assert (said.code, empty) == (0, "")
    assert all(Path(file).is_file() for file in files)
    assert files[0] == "exercises/15_tea_time/README.md"
    assert step == "Prove it as it is: grade verify exercises/15_tea_time"
    assert grade("verify", *step.split()[-1:]).code == 0


def test_in_a_course_the_last_step_is_told(grade, here):
    """A course lists its exercises itself."""
    Path("exercises").mkdir()
    Path("exercises/course.toml").write_text("", "utf-8")
    last = grade("new", "15_tea_time").out.splitlines()[-1]
    assert last == "When it is yours and proved, add it to exercises/course.toml."


def test_a_name_of_the_course_is_refused(grade, here):
    """It would always mean the course's own."""
    said = grade("new", "02_gather")
    assert (said.code, said.out) == (4, "")
    why = "`grade 02_gather` would always mean that one; choose another name"
    assert said.err == f"grade: the course has an exercise 02_gather: {why}\n"
    assert not Path("exercises").exists()


def test_a_name_that_cannot_be_used_is_refused(grade, here):
    """With what a name takes."""
    said = grade("new", "tea")
    assert said.code == 4
    assert said.err.startswith("grade: 'tea' cannot name an exercise: ")
