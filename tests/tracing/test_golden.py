"""What is said of a program that was run for no exercise: the words, its code and line, and silence about right ones.

`golden/CODE/NAME.py` is wrong, and its header names the line; `NAME_right.py` beside it does what was meant. The
programs in `golden/silent` are right, however much they look like a mistake.
`python -m tests.tracing.test_golden` writes the texts anew.
"""

import re
from pathlib import Path

import pytest

from grader.tracing import read, trace
from tests.diagnosis.test_golden import told

GOLDEN = Path(__file__).with_name("golden")
WRONG = sorted(path for path in GOLDEN.glob("*/*.py") if path.with_name(f"{path.stem}_right.py").exists())
RIGHT = sorted(path for path in GOLDEN.glob("*/*.py") if path not in WRONG)


def name(path):
    """Return what to call a program in a report of tests."""
    return f"{path.parent.name}/{path.stem}"


def said(path):
    """Return what is said of a program."""
    return told(trace(read(path), name=path.name).diagnostics)


@pytest.mark.parametrize("path", WRONG, ids=name)
def test_the_words_are_as_reviewed(path):
    """What the program gets is what was read and found good."""
    assert said(path) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", WRONG, ids=name)
def test_the_first_diagnosis_is_that_of_the_header(path):
    """It has the folder's code, and stands on the line that the header names."""
    line = re.search(r"^# line: (\d+)$", path.read_text("utf-8"), re.MULTILINE)
    assert line is not None
    first = re.match(r"([a-z-]+):(\d+):", path.with_suffix(".txt").read_text("utf-8"))
    assert first is not None
    assert first.groups() == (path.parent.name, line[1])


@pytest.mark.parametrize("path", RIGHT, ids=name)
def test_nothing_is_said_of_a_right_program(path):
    """Not even a question is asked."""
    assert said(path) == ""


def write() -> None:
    """Write all texts anew."""
    for path in WRONG:
        path.with_suffix(".txt").write_text(said(path), "utf-8")


if __name__ == "__main__":
    write()
