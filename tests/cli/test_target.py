"""What the arguments of `grade` mean: which exercise, and which file."""

import shutil

import pytest

from grader.exercise import course_root

EXERCISES = course_root() / "exercises"
GATHER = EXERCISES / "02_gather"


@pytest.fixture(autouse=True)
def no_page(monkeypatch):
    """Leave nothing in the course's own folders."""
    monkeypatch.setattr("grader.cli.delivery.keep_page", lambda report, folder: None)


@pytest.mark.parametrize("name", ["02", "2", "gather", "02_gather"])
def test_an_exercise_is_found_by_all_its_names(here, judge, grade, name):
    """The current folder's gather.py is graded for the exercise that is named."""
    grade(name)
    assert (judge.folder, judge.source) == (GATHER, "x = 1\n")


def test_a_folder_of_the_course_means_its_own_file(here, judge, grade):
    """A folder that is named is where the learner works, also when the current folder has a file of that name."""
    grade(str(GATHER))
    assert (judge.folder, judge.source) == (GATHER, (GATHER / "gather.py").read_text("utf-8"))


def test_the_stub_of_the_course_is_not_graded_in_its_place(here, judge, grade):
    """Where there is no file, the message says where the one to begin with lies."""
    (here / "gather.py").unlink()
    said = grade("gather")
    assert (said.code, judge.asked) == (5, [])
    assert f"to be copied here: {GATHER / 'gather.py'}" in said.err


@pytest.mark.parametrize("arguments", [["work"], ["./work"], ["work", "-e", "02"]])
def test_a_folder_is_graded_for_the_exercise_whose_file_it_holds(here, judge, grade, arguments):
    """A folder of any name, with a gather.py in it."""
    (here / "work").mkdir()
    (here / "work" / "gather.py").write_text("x = 6\n", "utf-8")
    grade(*arguments)
    assert (judge.folder, judge.source) == (GATHER, "x = 6\n")


@pytest.mark.parametrize("arguments", [["work", "-e", "gather"], ["./gather"]])
def test_a_folder_without_the_file_is_told(here, judge, grade, arguments):
    """Another file is not graded in its place."""
    (here / "work").mkdir()
    (here / "gather").mkdir()
    said = grade(*arguments)
    assert (said.code, judge.asked) == (5, [])
    assert f"no gather.py in {arguments[0]}" in said.err


def test_a_folder_that_is_called_like_an_exercise_does_not_hide_the_file(here, judge, grade):
    """`grade gather` beside gather.py means that file, whatever else is called so."""
    (here / "gather").mkdir()
    grade("gather")
    assert judge.source == "x = 1\n"


def test_a_learners_folder_named_after_an_exercise_is_graded(here, judge, grade, monkeypatch):
    """`grade` alone, in a folder 02_gather without checks, takes the checks of the course."""
    folder = here / "02_gather"
    folder.mkdir()
    (folder / "gather.py").write_text("x = 2\n", "utf-8")
    monkeypatch.chdir(folder)
    grade()
    assert (judge.folder, judge.source) == (GATHER, "x = 2\n")


def test_a_learners_folder_in_the_current_one_is_graded(here, judge, grade):
    """`grade gather` finds 02_gather/gather.py where the current folder has no gather.py."""
    (here / "gather.py").unlink()
    (here / "02_gather").mkdir()
    (here / "02_gather" / "gather.py").write_text("x = 2\n", "utf-8")
    grade("gather")
    assert judge.source == "x = 2\n"


@pytest.fixture
def mine(here, monkeypatch):
    """Stand in an author's folder, of a name and with a file that the course does not have."""
    folder = here / "88_mine"
    folder.mkdir()
    toml = (GATHER / "exercise.toml").read_text("utf-8").replace('"gather.py"', '"mine.py"')
    (folder / "exercise.toml").write_text(toml, "utf-8")
    (folder / "mine.py").write_text("x = 7\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("arguments", [["."], ["mine.py", "-e", "."], ["../88_mine"]])
def test_an_authors_exercise_is_graded_with_its_own_checks_when_it_is_named(mine, judge, grade, arguments):
    """`grade .`, beside an exercise.toml, grades that exercise."""
    grade(*arguments)
    assert (judge.folder, judge.source) == (mine.resolve(), "x = 7\n")


@pytest.mark.parametrize("arguments", [[], ["gather.py"], ["."], ["../88_mine"]])
def test_checks_beside_a_submission_do_not_come_into_force(mine, judge, grade, arguments):
    """A submission that brings an exercise.toml and checks is graded with those of the course, however it is named."""
    shutil.copytree(GATHER, mine, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
    grade(*arguments)
    assert judge.folder == GATHER


def test_a_copy_of_an_exercise_is_graded_with_the_checks_of_the_course(here, judge, grade):
    """A path into a checkout of the learner's names the exercise, not where its checks lie."""
    shutil.copytree(GATHER, here / "exercises" / "02_gather", ignore=shutil.ignore_patterns(".*"))
    (here / "exercises" / "02_gather" / "gather.py").write_text("x = 5\n", "utf-8")
    grade("exercises/02_gather")
    assert (judge.folder, judge.source) == (GATHER, "x = 5\n")


def test_an_unknown_folder_with_an_exercise_is_told_how_to_name_it(mine, judge, grade):
    """`grade` alone guesses at nothing."""
    said = grade()
    assert (said.code, judge.asked) == (5, [])
    assert "`grade .` grades that" in said.err


@pytest.mark.parametrize("place", [".", "exercises"])
def test_the_next_exercise_is_the_first_that_does_not_pass(here, judge, grade, place):
    """`grade` alone, above the exercises, goes on where the learner stands."""
    (here / "gather.py").unlink()
    for slug, name in (("03_chain", "chain.py"), ("02_gather", "gather.py"), ("14_bounded", "bounded.py")):
        (here / place / slug).mkdir(parents=True)
        (here / place / slug / name).write_text(slug, "utf-8")
    judge.failing = "03_chain"
    said = grade()
    assert [folder.name for _, folder, _ in judge.asked] == ["02_gather", "03_chain"]
    assert said.code == 1


def test_a_file_can_be_a_submission_for_any_exercise(here, judge, grade):
    """`grade FILE --exercise NAME` grades that file."""
    (here / "ann.py").write_text("x = 3\n", "utf-8")
    grade("ann.py", "--exercise", "chain")
    assert (judge.folder, judge.source) == (EXERCISES / "03_chain", "x = 3\n")


@pytest.mark.parametrize("name", ["gather.py", "02_gather/ann.py", "02_gather/late/ann.py"])
def test_a_files_exercise_is_told_by_its_name_or_its_folders(here, judge, grade, name):
    """`grade FILE` needs no `--exercise` where the file or a folder around it is named after one."""
    (here / name).parent.mkdir(parents=True, exist_ok=True)
    (here / name).write_text("x = 4\n", "utf-8")
    grade(name)
    assert (judge.folder, judge.source) == (GATHER, "x = 4\n")


def test_a_file_of_no_exercise_is_asked_about(here, judge, grade):
    """A file that could belong to any exercise is not guessed at."""
    (here / "ann.py").touch()
    said = grade("ann.py")
    assert (said.code, judge.asked) == (4, [])
    assert "which exercise is ann.py for? Name it with --exercise" in said.err
    assert "02_gather" in said.err


@pytest.mark.parametrize("arguments", [["nope.py"], ["nope.py", "-e", "gather"], ["nope", "-e", "gather"]])
def test_a_missing_file_is_told(here, judge, grade, arguments):
    """A file that is not there is not taken for the name of an exercise."""
    said = grade(*arguments)
    named = "name a Python file that is there, or an exercise, such as `grade 02`"
    assert (said.code, said.err) == (5, f"grade: no file {arguments[0]}: {named}\n")


def test_a_file_that_is_nearly_there_is_offered(here, judge, grade):
    """With its folder, as it has to be typed."""
    (here / "sub").mkdir()
    (here / "sub" / "ann.py").touch()
    assert grade("gathr.py").err == "grade: no file gathr.py. Is gather.py meant?\n"
    assert grade("sub/an.py").err == "grade: no file sub/an.py. Is sub/ann.py meant?\n"


def test_an_exercises_file_in_the_current_folder_is_graded(here, judge, grade):
    """`grade` alone takes the file by its name."""
    grade()
    assert (judge.folder, judge.source) == (GATHER, "x = 1\n")


def test_a_folder_without_any_exercises_file_is_told(here, judge, grade):
    """`grade` in a folder that is no exercise says which there are."""
    (here / "gather.py").unlink()
    said = grade()
    assert (said.code, judge.asked) == (5, [])
    assert "this folder is no exercise" in said.err
    assert "The exercises are 01_first_await, 02_gather and so on to 29_crawler." in said.err
    assert said.err.endswith("`grade init my-course` makes a folder with all of them, to work in.\n")


def test_the_backend_is_handed_on(here, judge, grade):
    """`--backend` reaches the judge; without it the platform decides."""
    grade("gather", "--backend", "spawn")
    grade("gather")
    assert [backend for _, _, backend in judge.asked] == ["spawn", None]
