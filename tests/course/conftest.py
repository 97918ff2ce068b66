"""A course folder to stand in, and a course of three exercises."""

from pathlib import Path

import pytest

from grader.course import progress
from grader.course.workspace import Workspace

COURSE = """
title = "A small course"
version = "1"
exercises = ["01_first", "02_second", "03_third"]
"""

TOML = """
title = "The {word} one"
concept = "An idea."
file = "{word}.py"
hints = ["A question?", "Another question?"]
entry_points = [{{ name = "main" }}]
"""


def write(path: Path, text: str) -> Path:
    """Write a file, and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def root(tmp_path) -> Path:
    """Return the root of a course of three exercises."""
    root = tmp_path / "course"
    write(root / "exercises" / "course.toml", COURSE)
    for slug in ("01_first", "02_second", "03_third"):
        folder, word = root / "exercises" / slug, slug[3:]
        write(folder / "exercise.toml", TOML.format(word=word))
        write(folder / "README.md", f"# {slug}\n")
        write(folder / f"{word}.py", "# TODO\n")
        write(folder / f"test_{word}.py", "secret = 1\n")
        write(folder / "scenario.py", "secret = 2\n")
    write(root / "exercises" / "02_second" / "given.py", "GIVEN = 1\n")
    write(root / "exercises" / "02_second" / "data" / "words.txt", "a\nb\n")
    return root


@pytest.fixture
def workspace(tmp_path, root) -> Workspace:
    """Return a course folder with nothing in it but its progress."""
    folder = tmp_path / "mine"
    folder.mkdir()
    found = Workspace(folder=folder, root=root)
    progress.begin(found)
    return found
