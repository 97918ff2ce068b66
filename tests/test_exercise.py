"""The course on disk, and learners' files, become the model's types."""

import itertools
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from grader import exercise as module
from grader.errors import ExerciseError, NotFoundError, SubmissionError
from grader.exercise import (
    MAX_SOURCE_BYTES,
    course_root,
    find_exercise,
    find_slug,
    load_course,
    load_exercise,
    read_submission,
    solution_folder,
    welcome_packages,
)
from grader.model import EntryPoint, Limits, Network

ROOT = Path(__file__).parents[1]
SLUGS = load_course(ROOT).exercises
MINIMAL = 'title = "T"\nconcept = "C"\nfile = "some.py"\n[[entry_points]]\nname = "main"\n'


def exercise_folder(parent: Path, toml: str = MINIMAL, slug: str = "77_some") -> Path:
    """Write an author's exercise."""
    folder = parent / slug
    folder.mkdir()
    (folder / "exercise.toml").write_text(toml, "utf-8")
    return folder


# --- where the course is ---


def test_the_course_of_a_source_tree_is_found_beside_the_package():
    """In the repository the course lies in its root."""
    assert course_root() == ROOT


def test_the_course_of_a_wheel_wins_over_what_lies_around_the_package(tmp_path, monkeypatch):
    """In an installed wheel the course lies inside the package."""
    installed = tmp_path / "grader" / "_course"
    for root in (installed, tmp_path):
        (root / "exercises").mkdir(parents=True)
        (root / "exercises" / "course.toml").touch()
    monkeypatch.setattr(module, "INSTALLED", installed)
    assert course_root() == installed


def test_a_missing_course_is_said_to_be_missing(tmp_path, monkeypatch):
    """Where there is no course.toml, the message names it."""
    monkeypatch.setattr(module, "INSTALLED", tmp_path / "grader" / "_course")
    with pytest.raises(NotFoundError, match=r"exercises/course\.toml"):
        course_root()


# --- the exercises that there are ---


def test_the_course_lists_exercises_in_the_order_of_their_numbers():
    """What it does not list is in the making: its programs do not all get the diagnosis that they should yet."""
    assert list(SLUGS) == sorted(SLUGS)
    assert set(SLUGS) <= {path.parent.name for path in (ROOT / "exercises").glob("*/exercise.toml")}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_exercise_tells_what_a_learner_needs(slug):
    """An exercise has a stub, a task in words with its link, and hints that each ask one question."""
    folder = ROOT / "exercises" / slug
    exercise = load_exercise(folder)
    readme = (folder / "README.md").read_text("utf-8")
    assert (folder / exercise.file).is_file()
    assert exercise.docs_url.startswith("https://docs.python.org/3/")
    assert exercise.docs_url in readme
    assert [hint.count("?") for hint in exercise.hints] == [1, 1, 1]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_hint_gives_the_solution_away(slug):
    """A hint names no call that the reference solution makes of asyncio."""
    exercise = load_exercise(ROOT / "exercises" / slug)
    assert re.findall(r"gather|TaskGroup|create_task|async with", " ".join(exercise.hints)) == []


# --- exercise.toml ---


def test_an_exercise_is_read_with_its_given_code(tmp_path):
    """Everything in exercise.toml and the text of given.py reach the model."""
    folder = exercise_folder(
        tmp_path,
        MINIMAL
        + 'parameters = ["a", "b"]\nmay_take_more = true\n[limits]\nvirtual_seconds = 2.5\nsteps = 7\n'
        + "[network]\nlatency_seconds = 0.05\nbytes_per_second = 900\n",
    )
    (folder / "given.py").write_text("ANSWER = 42\n", "utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "a.txt").write_bytes(b"\xff\n")
    exercise = load_exercise(folder)
    assert exercise.slug == "77_some"
    assert exercise.entry_points == (EntryPoint(name="main", parameters=("a", "b"), may_take_more=True),)
    assert exercise.given == "ANSWER = 42\n"
    assert exercise.data == {"data/a.txt": b"\xff\n"}
    assert exercise.network == Network(latency_ns=50_000_000, bytes_per_second=900)
    assert exercise.limits == Limits(steps=7, virtual_ns=2_500_000_000)


def test_an_exercise_may_allow_other_programs(tmp_path):
    """Nothing is allowed that is not named; what can be allowed is a closed set."""
    allowing = MINIMAL.replace('file = "some.py"', 'file = "some.py"\nallows = ["subprocesses"]')
    folder = exercise_folder(tmp_path, allowing)
    assert load_exercise(folder).allows == ("subprocesses",)
    (folder / "exercise.toml").write_text(MINIMAL, "utf-8")
    assert load_exercise(folder).allows == ()
    (folder / "exercise.toml").write_text(allowing.replace("subprocesses", "everything"), "utf-8")
    with pytest.raises(ExerciseError, match=r"allows\[0\], which is 'everything'"):
        load_exercise(folder)


def test_an_exercise_declares_packages_and_the_course_welcomes_others(tmp_path):
    """The folder's own course, or else the installed one, says what every program may import."""
    folder = exercise_folder(tmp_path, 'packages = ["aiohttp"]\n' + MINIMAL)
    assert load_exercise(folder).packages == ("aiohttp",)
    assert "aiohttp" in welcome_packages(folder)
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "course.toml").write_text(
        'title = "C"\nversion = "1"\nexercises = ["77_some"]\n', "utf-8"
    )
    assert welcome_packages(exercise_folder(tmp_path / "exercises")) == ()


def test_limits_that_are_left_out_are_the_models(tmp_path):
    """The defaults are stated once, in the model."""
    assert load_exercise(exercise_folder(tmp_path)).limits == Limits()


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (MINIMAL.replace('"T"', "3"), "title, which is 3"),
        (MINIMAL.replace("some.py", "../some.py"), r"file, which is '\.\./some\.py'"),
        (MINIMAL.replace('"main"', '"ma in"'), r"entry_points\[0\]\.name, which is 'ma in'"),
        (MINIMAL + "[limits]\nsteps = 0\n", r"limits\.steps, which is 0"),
        (MINIMAL + "[limits]\nparrots = 1\n", "parrots"),
        (MINIMAL.replace('concept = "C"\n', ""), "concept"),
        ("title = ", "is not TOML"),
    ],
)
def test_a_wrong_exercise_toml_is_told_with_file_and_value(tmp_path, toml, told):
    """The message says which file, which key and which value."""
    folder = exercise_folder(tmp_path, toml)
    with pytest.raises(ExerciseError, match=told) as caught:
        load_exercise(folder)
    assert str(caught.value).startswith(str(folder / "exercise.toml"))


def test_a_folder_without_exercise_toml_is_told(tmp_path):
    """A missing file is an author's error, told with its path."""
    with pytest.raises(ExerciseError, match=re.escape(str(tmp_path / "exercise.toml"))):
        load_exercise(tmp_path)


# --- finding ---


@pytest.mark.parametrize("name", ["02", "2", "gather", "Gather", "02_gather", "02-gather"])
def test_an_exercise_is_found_by_number_word_and_slug(name):
    """Every name that a learner would type means the same exercise."""
    assert find_exercise(name, ROOT) == ROOT / "exercises" / "02_gather"


def test_a_folder_with_an_exercise_toml_is_an_exercise(tmp_path):
    """A path to an author's folder means that folder, also one that the course does not have."""
    folder = exercise_folder(tmp_path)
    assert find_exercise(str(folder), ROOT) == folder.resolve()


def test_the_current_folder_is_an_exercise_by_its_full_name(tmp_path, monkeypatch):
    """`.` means the same as the folder's name: the slug is the seed of what is random."""
    folder = exercise_folder(tmp_path)
    monkeypatch.chdir(folder)
    assert find_exercise(".", ROOT).name == "77_some"


def test_a_learners_folder_stands_for_the_exercise_that_it_is_named_after(tmp_path):
    """A folder without exercise.toml has no checks of its own: those of the course count."""
    (tmp_path / "02_gather").mkdir()
    assert find_exercise(str(tmp_path / "02_gather"), ROOT) == ROOT / "exercises" / "02_gather"


def test_a_name_of_the_course_wins_over_a_folder_of_that_name(tmp_path, monkeypatch):
    """A submission that brings a folder `02_gather` with checks of its own does not bring them into force."""
    exercise_folder(tmp_path, slug="02_gather")
    monkeypatch.chdir(tmp_path)
    assert find_exercise("02_gather", ROOT) == ROOT / "exercises" / "02_gather"


@pytest.mark.parametrize(
    ("name", "told"),
    [("gahter", "Close to it: 02_gather"), ("prducer", "13_producer_consumer"), ("99", "02_gather and so on to ")],
)
def test_an_unknown_exercise_is_told_with_what_there_is(name, told):
    """A typing error is answered with what is close to it, anything else with the list."""
    with pytest.raises(NotFoundError, match=told):
        find_exercise(name, ROOT)


@pytest.mark.parametrize("name", ["prod", "producer", "consumer", "13_prod", "Producer-Consumer"])
def test_a_part_of_a_name_is_enough_where_only_one_has_it(name):
    """The beginning of the slug, of its name, or of a word in it."""
    assert find_slug(name, load_course(ROOT)) == "13_producer_consumer"


@pytest.mark.parametrize(
    ("name", "fits"), [("tcp", "22_tcp_client, 23_tcp_server"), ("first", "01_first_await, 12_first")]
)
def test_a_part_of_several_names_lists_them(name, fits):
    """None of them is guessed at."""
    with pytest.raises(NotFoundError, match=f"several exercises are called '{name}': name one of {fits}"):
        find_slug(name, load_course(ROOT))


@pytest.mark.parametrize("name", ["", "_", "0", "roducer", "13_x"])
def test_a_part_that_begins_no_word_is_none(name):
    """A number is a whole one, and no exercise has the number 0."""
    with pytest.raises(NotFoundError, match="no exercise"):
        find_slug(name, load_course(ROOT))


def test_solutions_lie_beside_the_exercises(tmp_path):
    """An exercise of the course has a folder of solutions, one elsewhere has none."""
    assert solution_folder(ROOT / "exercises" / "02_gather") == ROOT / "solutions" / "02_gather"
    assert solution_folder(exercise_folder(tmp_path)) is None


# --- submissions ---


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"x = 1\n", "x = 1\n"),
        (b"", ""),
        ("é = 1\n".encode(), "é = 1\n"),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        (b"# coding: latin-1\ns = '\xe9'\n", "# coding: latin-1\ns = 'é'\n"),
        (b"x = 1\r\ny = 2\r\n", "x = 1\ny = 2\n"),
    ],
)
def test_a_submission_is_decoded_as_python_would(tmp_path, data, source):
    """A byte order mark, a coding line and other ends of lines are as good as plain UTF-8."""
    path = tmp_path / "gather.py"
    path.write_bytes(data)
    submission = read_submission(path)
    assert (submission.name, submission.source) == ("gather.py", source)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"x = 1\0\n", r"zero byte \(at offset 5\)"),
        ("x = 1\n".encode("utf-16"), "zero byte"),
        (b"x = '\xff'\n", "missing encoding declaration"),
        (b"# ok\n# ok\nx = '\xff'\n", "byte 0xff at offset 15"),
        (b"# coding: klingon\n", "klingon"),
        (b"# coding: rot13\n", "rot13"),
        (b"#" * (MAX_SOURCE_BYTES + 1), "larger than 256 KiB"),
    ],
)
def test_what_is_no_text_of_a_program_is_told(tmp_path, data, told):
    """The message names the file, and what is wrong with it."""
    path = tmp_path / "gather.py"
    path.write_bytes(data)
    with pytest.raises(SubmissionError, match=told) as caught:
        read_submission(path)
    assert str(caught.value).startswith(str(path))


TOML_VALUES = (
    "inf",
    "-inf",
    "nan",
    "0",
    "-1",
    "1e300",
    "9" * 40,
    "2.5",
    '""',
    '"task"',
    '"a.py"',
    "true",
    "1979-05-27",
    "07:32:00",
)
TOML_VALUES += (
    "[]",
    "{}",
    '["threads"]',
    '["a", 1]',
    "[[], {}]",
    '[{name = "main"}]',
    "{steps = inf}",
    '"\\u0000"',
    '"`$.x`"',
    "[",
)
TOML_KEYS = (
    "title",
    "concept",
    "file",
    "entry_points",
    "hints",
    "docs_url",
    "allows",
    "forbids",
    "packages",
    "limits",
    "network",
)
TOML_KEYS += (
    "limits.steps",
    "limits.virtual_seconds",
    "limits.wall_seconds",
    "limits.memory_mib",
    '"a.b"',
    '"$.x"',
    "x[0]",
)
TOML_KEYS += ("network.latency_seconds", "network.bytes_per_second", '""', "entry_points.name", '"limits.steps"')


def reads_or_refuses(folder, content):
    """Read an exercise.toml that may be anything."""
    (folder / "exercise.toml").write_bytes(content)
    try:
        return load_exercise(folder)
    except ExerciseError as error:
        assert "exercise.toml" in str(error)
        return None


@pytest.mark.parametrize("key", TOML_KEYS)
def test_any_value_of_an_exercise_toml_is_taken_or_told(tmp_path, key):
    """Whatever stands in it, alone or before what an exercise needs: nothing but ExerciseError."""
    for value, rest in itertools.product(TOML_VALUES, ("", MINIMAL)):
        found = reads_or_refuses(tmp_path, f"{key} = {value}\n{rest}".encode())
        assert found is None or found.limits.virtual_ns > 0


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_an_exercise_toml_or_told(tmp_path_factory, data):
    """Before what an exercise needs: nothing but ExerciseError."""
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    reads_or_refuses(folder, data + b"\n" + MINIMAL.encode())


@settings(max_examples=200)
@given(st.binary(max_size=80).map(lambda tail: b"# coding: utf-7\n" + tail) | st.binary(max_size=80))
def test_any_bytes_are_text_or_a_submission_error(tmp_path_factory, data):
    """What is accepted can be written as UTF-8; everything else raises SubmissionError and nothing else."""
    path = tmp_path_factory.getbasetemp() / "any.py"
    path.write_bytes(data)
    try:
        source = read_submission(path).source
    except SubmissionError:
        return
    assert "\0" not in source
    assert source.encode("utf-8").decode("utf-8") == source


def test_in_a_folder_the_exercises_file_is_read(tmp_path):
    """A folder stands for the file that its exercise.toml names, or for the one that is asked for."""
    folder = exercise_folder(tmp_path)
    (folder / "some.py").write_text("x = 1\n", "utf-8")
    (folder / "other.py").write_text("x = 2\n", "utf-8")
    assert read_submission(folder).source == "x = 1\n"
    assert read_submission(folder, "other.py").source == "x = 2\n"


def test_a_missing_file_is_not_found(tmp_path):
    """A file that is not there is told by its path."""
    with pytest.raises(NotFoundError, match=re.escape(str(tmp_path / "gather.py"))):
        read_submission(tmp_path / "gather.py")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path):
    """Reading what is not a regular file could wait for ever; it is refused."""
    os.mkfifo(tmp_path / "gather.py")
    with pytest.raises(SubmissionError, match="no file with a text"):
        read_submission(tmp_path / "gather.py")
