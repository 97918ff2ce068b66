"""A learner's hour: a course folder, and what the verbs do in it."""

import io
import json
import re
import shutil
import sys
import webbrowser
from pathlib import Path

import pytest

from grader.cli import console, main
from grader.course import progress
from grader.course.progress import Standing
from grader.course.workspace import find_workspace
from grader.exercise import course_root, load_course

COURSE = load_course(course_root()).exercises
PASSED = Standing(score=12, max_score=12, passed="2026-05-04", attempts=1)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Make a course folder once."""
    folder = tmp_path_factory.mktemp("fresh") / "mine"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def mine(fresh, tmp_path, monkeypatch):
    """Stand in a course folder with the first three exercises; the others were not brought yet."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("progress.json", "README.md", *COURSE[:3]):
        (shutil.copytree if (fresh / name).is_dir() else shutil.copy)(fresh / name, folder / name)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("CI", raising=False)
    return find_workspace(folder)


def passed(workspace, *slugs):
    """Write into the progress that exercises are passed."""
    for slug in slugs:
        progress.change(workspace, slug, lambda standing: PASSED)


def test_init_hands_out_tasks_and_stubs_only(fresh):
    """No check, no scenario, no toml, no solution; what is given and the data are there."""
    assert sorted(path.name for path in fresh.iterdir()) == sorted([*COURSE, ".grade", "README.md", "progress.json"])
    names = {path.name for path in fresh.rglob("*") if path.is_file()}
    assert {"gather.py", "given.py", "cities.txt"} <= names
    assert [name for name in names if name.startswith("test_") or name in ("scenario.py", "exercise.toml")] == []
    assert all((fresh / slug / "README.md").is_file() for slug in COURSE)


def test_what_init_shows_can_be_called(tmp_path, monkeypatch, grade):
    """A folder whose name has a blank is one word to the shell."""
    monkeypatch.chdir(tmp_path)
    assert '\n  cd "my course"\n  grade next\n' in grade("init", "my course").out


def test_init_again_changes_nothing(mine, grade):
    """It says what brings the news of a newer course."""
    before = mine.progress_file.read_bytes()
    (mine.file("01_first_await")).unlink()
    said = grade("init", ".")
    assert (said.code, mine.progress_file.read_bytes()) == (0, before)
    assert "`grade update`" in said.out
    assert not mine.file("01_first_await").exists()


def test_init_writes_tasks_for_vs_code_but_over_none(mine, grade):
    """A task starts the Python that wrote it; what a learner has made of the file stays."""
    file = mine.folder / ".vscode" / "tasks.json"
    assert grade("init", ".", "--vscode").code == 0
    assert json.loads(file.read_text("utf-8"))["tasks"][0]["command"] == sys.executable
    file.write_text("{}", "utf-8")
    assert "is there already, and stays as it is." in grade("init", ".", "--vscode").out
    assert file.read_text("utf-8") == "{}"


def test_init_leaves_a_folder_that_is_in_use(tmp_path, grade):
    """A folder with other things in it, a file, and a place inside of a course folder are refused."""
    (tmp_path / "notes.txt").touch()
    assert grade("init", str(tmp_path)).err.startswith(f"grade: {tmp_path} is not empty (notes.txt)")
    assert grade("init", str(tmp_path / "notes.txt")).code == 4
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_init_makes_no_course_folder_in_another_one(mine, grade):
    """Nobody could tell which of them is meant."""
    said = grade("init", "02_gather/more")
    assert (said.code, Path("02_gather/more").exists()) == (4, False)
    assert "would lie in the course folder" in said.err


def test_init_begins_the_progress_of_a_course_folder_anew(mine, grade):
    """Where the file was moved away; the work stays as it is."""
    mine.file("02_gather").write_text("mine", "utf-8")
    mine.progress_file.rename("old.json")
    assert grade("init", ".").code == 0
    assert mine.file("02_gather").read_text("utf-8") == "mine"
    assert progress.read(mine).exercises == {}


def test_grade_goes_from_one_exercise_to_the_next(mine, judge, grade):
    """The first in the order of the course that is not passed; what passes is told in a few lines."""
    first, second = (grade() for _ in range(2))
    assert [folder.name for _, folder, _ in judge.asked] == list(COURSE[:2])
    assert first.out.splitlines() == [
        "Two tasks at once",
        "Passed: 1 of 1 points",
        "Report: 01_first_await/.grade/last.html",
        "Next: 02_gather, “Two tasks at once: the shorter one finishes first”.",
        "`grade next` shows the task.",
    ]
    assert "Next: 03_chain" in second.out


def test_on_a_narrow_terminal_no_path_is_torn(mine, judge, grade, monkeypatch):
    """What opens the page goes to a line of its own."""
    judge.statuses = ["failed"]
    wide = grade("02").out.splitlines()
    monkeypatch.setenv("COLUMNS", "40")
    narrow = grade("02").out.splitlines()
    assert wide[-1] == "Report: 02_gather/.grade/last.html (`grade report` opens it)"
    assert narrow[-2:] == ["Report: 02_gather/.grade/last.html", "(`grade report` opens it)"]


def test_a_course_folder_can_be_named(mine, judge, grade, monkeypatch):
    """From outside it is the next exercise, too; where all are passed, that is said."""
    monkeypatch.chdir(mine.folder.parent)
    assert grade("mine").code == 0
    assert judge.folder.name == "01_first_await"
    assert progress.read(mine).of("01_first_await").passed
    passed(mine, *COURSE)
    assert "The course is finished" in grade("mine").out


def test_grade_goes_by_the_progress(mine, judge, grade):
    """What was passed is not run again."""
    passed(mine, "01_first_await", "03_chain")
    grade()
    assert judge.folder.name == "02_gather"
    assert len(judge.asked) == 1


def test_the_exercise_in_whose_folder_one_is_comes_first(mine, judge, grade, monkeypatch):
    """Also where another one is next; a name still means what it says."""
    monkeypatch.chdir("03_chain")
    grade()
    grade("await")
    assert [folder.name for _, folder, _ in judge.asked] == ["03_chain", "01_first_await"]


@pytest.mark.parametrize("arguments", [["02"], ["02_gather/gather.py"], ["02_gather", "--format", "json"]])
def test_every_grade_of_the_own_file_is_kept(mine, judge, grade, arguments):
    """However it is named, and in whatever format."""
    judge.statuses = ["failed", "passed"]
    grade(*arguments)
    known = progress.read(mine)
    assert known.of("02_gather") == Standing(score=1, max_score=2, attempts=1)
    assert known.last == "02_gather"


@pytest.mark.parametrize("arguments", [["ann.py", "-e", "02"], ["02_gather/gather.py", "-e", "03"]])
def test_other_files_are_not_kept(mine, judge, grade, arguments):
    """A file that is none of the course's, or for another exercise."""
    Path("ann.py").touch()
    grade(*arguments)
    assert (len(judge.asked), progress.read(mine).exercises) == (1, {})


def test_a_fault_of_the_graders_is_no_attempt(mine, judge, grade):
    """The learner is not to blame."""
    judge.statuses = ["error"]
    assert grade("02").code == 3
    assert progress.read(mine).exercises == {}


def test_a_worse_attempt_after_passing_is_shown_as_it_is(mine, judge, grade):
    """The verdict is that of the attempt; what was reached stays, and that is said."""
    passed(mine, "02_gather")
    judge.statuses = ["failed"]
    said = grade("02")
    assert said.code == 1
    assert "Not passed yet: 0 of 1 points" in said.out
    assert said.out.endswith("\nIt passed on 2026-05-04, and that stands.\n")


def test_grading_goes_on_where_the_progress_is_damaged(mine, judge, grade):
    """It is said once, the file stays as it is, and the next exercise is the first that does not pass."""
    mine.progress_file.write_text("{", "utf-8")
    judge.failing = "02_gather"
    said = grade()
    assert [folder.name for _, folder, _ in judge.asked] == ["01_first_await", "02_gather"]
    assert (said.code, said.err.count("progress.json is not as it must be")) == (1, 1)
    assert mine.progress_file.read_text("utf-8") == "{"


@pytest.mark.parametrize("verb", ["list", "next", "hint", "update"])
def test_other_verbs_tell_a_damaged_progress(mine, grade, verb):
    """In one sentence, with exit code 4."""
    mine.progress_file.write_text("{", "utf-8")
    said = grade(verb)
    assert (said.code, said.out) == (4, "")
    assert re.fullmatch(r"grade: \S+progress.json is not as it must be \(.*\): mend it, or .*\n", said.err)


def test_the_end_of_the_course_is_told(mine, judge, grade):
    """By the grade that reaches it, by `grade next`, and by a `grade` that has nothing left to do."""
    passed(mine, *COURSE[:2], *COURSE[3:])
    words = f"The course is finished: all {len(COURSE)} exercises are passed"
    assert words in grade("03").out
    assert [words in grade(*arguments).out for arguments in ([], ["next"], ["list"])] == [True] * 3
    assert len(judge.asked) == 1


def test_an_exercise_that_was_not_brought_yet_is_told_with_the_way(mine, grade):
    """The course that is installed may be newer than the folder."""
    said = grade(COURSE[5])
    assert said.code == 5
    assert "`grade update` brings" in said.err


def test_the_list_shows_what_is_passed_and_what_is_next(mine, grade, monkeypatch):
    """With points and what was done; a title where nothing was."""
    passed(mine, "01_first_await")
    monkeypatch.setenv("COLUMNS", "100")
    progress.change(
        mine, "03_chain", lambda standing: Standing(max_score=9, attempts=2, hints=1, solution="before passing")
    )
    lines = [line.split(maxsplit=2) for line in grade("list").out.splitlines()]
    assert ["✓", "01_first_await", "12 of 12  1 attempt"] in lines
    assert [">", "02_gather", "Two tasks at once: the shorter one finishes first"] in lines
    assert ["·", "03_chain", "0 of 9  2 attempts, 1 hint, solution seen early"] in lines


def test_the_points_of_the_list_are_those_of_what_was_graded(mine, grade):
    """Not of the whole course, whose points are not known before; none before anything was."""
    assert grade("list").out.splitlines()[1] == f"0 of {len(COURSE)} exercises passed"
    passed(mine, "01_first_await")
    told = f"1 of {len(COURSE)} exercises passed; in those graded so far: 12 of 12 points"
    assert " ".join(grade("list").out.split("\n\n")[0].split()).endswith(told)


def test_the_code_of_the_last_report_is_told_before_the_list_of_all(mine, grade):
    """Who calls `grade explain` after a report wants that one; in another folder there is none."""
    assert grade("explain").out.startswith("The diagnostics;")
    progress.change(mine, "02_gather", lambda standing: Standing(code="deadlock"), last=True)
    assert grade("explain").out.startswith(
        "The last report named deadlock: `grade explain deadlock`.\n\nThe diagnostics;"
    )


def test_the_list_can_be_had_as_data(mine, grade):
    """With the same facts."""
    passed(mine, "01_first_await")
    whole = json.loads(grade("list", "--format", "json").out)
    assert [row["state"] for row in whole["exercises"][:3]] == ["passed", "next", "open"]
    assert whole["exercises"][0] == {
        "exercise": "01_first_await",
        "title": "The first await: calling a coroutine does not run it",
        "file": "01_first_await/first_await.py",
        "state": "passed",
        "score": 12.0,
        "max_score": 12.0,
        "passed": "2026-05-04",
        "attempts": 1,
        "hints": 0,
        "solution": "",
    }


@pytest.mark.parametrize("width", [40, 80])
def test_the_list_fits_the_terminal(mine, grade, monkeypatch, width):
    """Lines are cut where they must be."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, grade("list").out.splitlines())) <= width


def test_next_shows_the_task(mine, grade):
    """What the README says, where it is, which file is to be completed, and how to go on."""
    passed(mine, "01_first_await")
    said = grade("next").out
    assert said.startswith("# 02 · gather: ")
    assert said.count("python ") == 1, "there is one way to run it, from here"
    for words in (
        "\n## The task\n",
        "\n## The output\n",
        "02_gather/README.md",
        "`python 02_gather/gather.py`",
        "02_gather/gather.py",
        "`grade`",
        "`grade hint`",
        mine.exercise("02_gather").concept,
    ):
        assert words in said or words in " ".join(said.split())


def test_the_task_of_any_exercise_can_be_shown(mine, grade):
    """By its number or name, with how it is graded, which is not `grade` alone."""
    said = grade("next", "03").out
    assert said.startswith("# 03 · chain: ")
    assert "`grade 03`" in said
    assert grade("next", "chain").out == said
    assert grade("next", "01").out == grade("next").out


def test_a_course_folder_whose_progress_is_gone_is_told_what_brings_it_back(mine, grade):
    """And not to begin another one; the work stays."""
    (mine.folder / "progress.json").unlink()
    mine.own_file("02_gather").write_text("# mine\n")
    said = grade("list")
    assert (said.code, "`grade init .`" in said.err) == (5, True)
    assert grade("init", ".").code == 0
    assert grade("list").code == 0
    assert mine.own_file("02_gather").read_text() == "# mine\n"


def test_hints_come_one_by_one(mine, grade):
    """For the next exercise; after the last one all of them; the report's code leads to its page."""
    progress.change(mine, "01_first_await", lambda standing: Standing(code="deadlock"))
    hints = mine.exercise("01_first_await").hints
    said = [grade("hint").out for _ in range(len(hints) + 1)]
    for number, text in enumerate(hints):
        assert said[number].startswith(f"01_first_await, hint {number + 1} of {len(hints)}:")
        assert text.split()[0] in said[number]
        assert "`grade explain deadlock`" in said[number]
    assert said[-1].startswith("01_first_await has no more hints. These are all:")
    assert progress.read(mine).of("01_first_await").hints == len(hints)


def test_the_solution_is_shown_after_passing(mine, grade):
    """It is that of the exercise that was graded last; the progress says that it was seen."""
    progress.change(mine, "02_gather", lambda standing: PASSED, last=True)
    said = grade("solution")
    assert said.out == (course_root() / "solutions" / "02_gather" / "gather.py").read_text("utf-8")
    assert progress.read(mine).of("02_gather").solution == "after passing"


def test_the_solution_can_be_had_before_passing(mine, grade):
    """When that is asked for, and the progress says so."""
    refused = grade("solution", "02")
    assert (refused.code, refused.out) == (4, "")
    assert "`grade hint 02` leads on" in refused.err
    assert progress.read(mine).exercises == {}
    assert "asyncio.gather(" in grade("solution", "02", "--anyway").out
    assert progress.read(mine).of("02_gather").solution == "before passing"


def test_a_reset_puts_the_stub_back_and_keeps_a_copy(mine, grade):
    """Of the file, each time; hints begin anew, and what was reached stays."""
    progress.change(mine, "02_gather", lambda standing: PASSED)
    grade("hint", "02")
    stub = mine.file("02_gather").read_bytes()
    for number in (1, 2):
        mine.file("02_gather").write_text(f"mine {number}", "utf-8")
        assert f"02_gather/.grade/gather.{number}.py" in grade("reset", "02", "--yes").out
        assert mine.file("02_gather").read_bytes() == stub
        assert Path(f"02_gather/.grade/gather.{number}.py").read_text("utf-8") == f"mine {number}"
    assert progress.read(mine).of("02_gather") == PASSED


def test_a_reset_is_not_made_where_nobody_can_be_asked(mine, grade):
    """Nor without a name outside of an exercise's folder."""
    mine.file("02_gather").write_text("mine", "utf-8")
    assert [grade("reset", "02").code, grade("reset", "--yes").code] == [4, 4]
    assert mine.file("02_gather").read_text("utf-8") == "mine"


@pytest.mark.parametrize(("answer", "after"), [("n\n", "mine"), ("\n", "mine"), ("y\n", "stub")])
def test_a_reset_asks(mine, grade, monkeypatch, answer, after):
    """And does nothing unless the answer is yes."""
    stdin = io.StringIO(answer)
    stdin.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", stdin)
    mine.file("02_gather").write_text("mine", "utf-8")
    said = grade("reset", "02")
    assert "Put 02_gather/gather.py back" in said.out
    assert ("mine" if mine.file("02_gather").read_text("utf-8") == "mine" else "stub") == after


def test_the_last_report_is_opened(mine, judge, grade, monkeypatch):
    """Its path is printed; with `--path` that is all; before the first grade there is none."""
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert grade("report").code == 5
    grade("02")
    page = mine.folder / "02_gather" / ".grade" / "last.html"
    assert (grade("report", "--path").out, opened) == (f"{page}\n", [])
    assert (grade("report").out, opened) == (f"{page}\n", [page.as_uri()])
    assert "no report of 03_chain yet" in grade("report", "3").err


def test_an_update_brings_what_is_missing(mine, grade):
    """And lists it, a new exercise in one line; a second one has nothing to do."""
    whole = json.loads(mine.progress_file.read_text("utf-8"))
    handed = whole["handed_out"]
    whole["handed_out"] = {path: mark for path, mark in handed.items() if not path.startswith(COURSE[6])}
    mine.progress_file.write_text(json.dumps(whole), "utf-8")
    mine.file("01_first_await").unlink()
    said = grade("update").out.splitlines()
    assert "01_first_await/first_await.py: was gone, and is back" in said
    assert f"{COURSE[5]}/README.md: was gone, and is back" in said
    assert f"{COURSE[6]}: a new exercise" in said
    assert grade("update").out.startswith("Nothing is new")


@pytest.mark.parametrize("verb", ["list", "next"])
def test_a_newer_course_is_told(mine, grade, verb):
    """Until it is brought; grading does not bring it."""
    whole = json.loads(mine.progress_file.read_text("utf-8"))
    whole["asyncgrade"]["version"] = "0"
    mine.progress_file.write_text(json.dumps(whole), "utf-8")
    passed(mine, COURSE[4])
    news = f"Version {mine.course.version} of the course is installed: `grade update` brings it.\n"
    assert grade(verb).out.endswith(news)
    grade("update")
    assert news not in grade(verb).out


@pytest.mark.parametrize("verb", ["list", "next", "hint", "solution", "reset", "update"])
def test_outside_of_a_course_folder_it_is_told_how_one_is_made(here, grade, verb):
    """The verbs have nothing to work on there."""
    said = grade(verb)
    assert (said.code, said.err) == (
        5,
        "grade: this is no course folder, and lies in none: `grade init my-course` makes one\n",
    )


@pytest.mark.parametrize(
    ("typed", "meant"), [("lst", "list"), ("hnt", "hint"), ("soluton", "solution"), ("nxet", "next"), ("hlep", "help")]
)
def test_a_misspelt_verb_is_offered(mine, grade, typed, meant):
    """With or without further arguments."""
    for arguments in ([typed], [typed, "02"]):
        said = grade(*arguments)
        assert f"nothing is called '{typed}'. Is `grade {' '.join([meant, *arguments[1:]])}` meant?" in said.err
        assert said.code in (4, 5)


def test_a_package_that_is_missing_is_told_with_the_task(mine, grade, monkeypatch):
    """Before the learner has written a program that cannot be graded."""
    passed(mine, *(slug for slug in COURSE if slug != "24_fetch_pages"))
    grade("update")
    assert "this exercise needs" not in grade("next").out
    monkeypatch.setattr("grader.runner.installed._missing", list)
    assert "\nNow:  this exercise needs aiohttp, not installed" in grade("next").out


def test_a_verb_called_wrongly_names_its_own_help(mine, grade):
    """Not that of the command as a whole; where an argument is missing, with an example."""
    assert grade("init").err == (
        "grade: DIR is missing. For example: `grade init my-course`.\nTry `grade init --help`.\n"
    )


def test_paths_to_other_folders_are_short(mine, grade, monkeypatch):
    """From the folder of one exercise to that of the next, which has to be named there."""
    monkeypatch.chdir("03_chain")
    said = grade("next").out
    assert "\nFile: ../01_first_await/first_await.py, " in said
    assert "Then: `grade 01` grades it (`grade watch` on every save), `grade hint 01` leads on" in " ".join(
        said.split()
    )
    monkeypatch.chdir("../01_first_await")
    assert "\nThen: `grade` grades it (`grade watch` on every save), `grade hint` leads on" in grade("next").out


def test_signs_are_plain_where_the_stream_has_no_others(mine, grade, monkeypatch):
    """A code page of Windows."""
    monkeypatch.setattr(console, "unicode", lambda stream: False)
    passed(mine, "01_first_await")
    assert grade("list").out.isascii()
