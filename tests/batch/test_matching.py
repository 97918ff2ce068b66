"""Of a student's files each exercise gets its own: by name, by folder, by what is in it."""

from pathlib import PurePosixPath

import pytest

from grader.batch.matching import assign, named
from grader.exercise import course_root, load_course, load_exercise

ROOT = course_root()
COURSE = load_course(ROOT).exercises
CHAIN = "async def task(order): ...\nasync def main(): ...\n"
GATHER = "async def task(name, delay): ...\nasync def main(): ...\n"
FETCH = "async def task(session, url): ...\nasync def main(): ...\n"
OTHER = "def helper(): ...\n"


def assigned(files, *slugs):
    """Return slug -> name of the file for it."""
    exercises = [load_exercise(ROOT / "exercises" / slug) for slug in slugs]
    found = assign({PurePosixPath(name): text for name, text in files.items()}, exercises, COURSE)
    return {slug: str(path) for slug, path in found.items()}


BOTH = ("02_gather", "24_fetch_pages")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (("gather.py", "fetch_pages.py"), ("gather.py", "fetch_pages.py")),
        (("Gather (1).py", "fetch-pages-2.py"), ("Gather (1).py", "fetch-pages-2.py")),
        (("02_gather.py", "24_fetch_pages.ipynb"), ("02_gather.py", "24_fetch_pages.ipynb")),
        (("2.py", "ex24.py"), ("2.py", "ex24.py")),
        (("Exercise 02.py", "homework-24.py"), ("Exercise 02.py", "homework-24.py")),
        (("ann_gather.py", "ann_fetch_pages_final.py"), ("ann_gather.py", "ann_fetch_pages_final.py")),
        (("02/solution.py", "24/solution.py"), ("02/solution.py", "24/solution.py")),
        (("work/gather/main.py", "work/fetch_pages/main.py"), ("work/gather/main.py", "work/fetch_pages/main.py")),
        (("gather.py", "old/gather.py", "x/fetch_pages.py"), ("gather.py", "x/fetch_pages.py")),
    ],
)
def test_names_and_folders_tell(files, expected):
    """Whatever is in the files."""
    assert assigned(dict.fromkeys(files, OTHER), *BOTH) == dict(zip(BOTH, expected, strict=True))


def test_content_tells_where_names_do_not():
    """By the functions that are asked for, with their parameters; and what defines them with others is left over."""
    assert assigned({"a.py": FETCH, "b.py": GATHER, "c.py": OTHER}, *BOTH) == {
        "02_gather": "b.py",
        "24_fetch_pages": "a.py",
    }
    assert assigned({"a.py": "def f(:", "b.py": GATHER}, *BOTH) == {"02_gather": "b.py", "24_fetch_pages": "a.py"}
    assert assigned({"one.py": FETCH, "gather.py": OTHER}, *BOTH) == {
        "02_gather": "gather.py",
        "24_fetch_pages": "one.py",
    }


def test_what_cannot_be_told_is_nobodys():
    """Two files that are as good, and a helper that is no exercise's."""
    assert assigned({"a.py": GATHER, "b.py": GATHER}, *BOTH) == {}
    assert assigned({"gather.py": GATHER, "helper.py": OTHER, "more.py": OTHER}, *BOTH) == {"02_gather": "gather.py"}
    assert assigned({"x.py": GATHER}, "02_gather", "10_timeout") == {}


def test_a_file_of_another_exercise_is_for_none_of_those_that_are_asked():
    """A whole course is handed in: `gather_results` is not `gather`, and `chain` not exercise 24."""
    files = {"gather_results.py": GATHER, "chain.py": FETCH, "fetch_pages.py": FETCH}
    assert assigned(files, *BOTH) == {"24_fetch_pages": "fetch_pages.py"}
    assert assigned(files, "02_gather", "05_gather_results") == {"05_gather_results": "gather_results.py"}
    assert assigned({"chain.py": GATHER}, "02_gather") == {"02_gather": "chain.py"}


def test_the_longest_word_of_a_name_counts():
    """A name with a word of two exercises is the one's that says more of it."""
    files = {"ann_gather_results.py": GATHER, "ann_gather.py": GATHER}
    assert assigned(files, "02_gather", "05_gather_results") == {
        "02_gather": "ann_gather.py",
        "05_gather_results": "ann_gather_results.py",
    }


def test_parameters_tell_also_of_one_exercise():
    """Of two files that define what is asked for, the one with its parameters is meant."""
    assert assigned({"a.py": GATHER, "b.py": CHAIN}, "03_chain") == {"03_chain": "b.py"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("02", "02_gather"),
        ("Gather", "02_gather"),
        ("24_fetch_pages", "24_fetch_pages"),
        ("hw 24", "24_fetch_pages"),
        ("ann", None),
    ],
)
def test_an_archive_is_called_as_its_exercise(name, expected):
    """By slug, word or number."""
    assert named(name, COURSE) == expected
