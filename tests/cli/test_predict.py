"""`grade predict`: the learner says first what comes; nothing is given away, graded or kept."""

import io
import re
import sys

import pytest

from .conftest import ROOT

SOLUTION = ROOT / "solutions" / "02_gather" / "gather.py"
RIGHT = "b@0 d@0 c@1 a@2"


@pytest.fixture
def program(here):
    """A right program for 02_gather."""
    (here / "gather.py").write_bytes(SOLUTION.read_bytes())
    return here


@pytest.fixture
def typed(monkeypatch):
    """Type lines on standard input, which is no terminal."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_the_lines_are_asked_for_and_shown_beside_what_happened(grade, program, typed):
    """Before the answer nothing tells their order; afterwards the timeline does. Nothing is kept."""
    typed(f"{RIGHT}\n")
    said = grade("predict", "02")
    asked, _, shown = said.out.partition("Type letters")
    assert said.code == 0
    assert asked.index("Task A finished") < asked.index("Task A started") < asked.index("Task B finished")
    assert re.search(r"\d s\b", asked) is None
    assert "4 of 4 lines came as predicted." in shown
    assert "Timeline of `main()`" in shown
    assert not (program / ".grade").exists()


def test_a_wrong_prediction_ends_with_1(grade, program):
    """An answer can be given without a question."""
    said = grade("predict", "02", "--answer", "b@0 a@2 d@2 c@3")
    assert said.code == 1
    assert "Line 2 was another one." in said.out
    assert "Type letters" not in said.out


@pytest.mark.parametrize(
    ("source", "arguments", "words"),
    [
        ("async def main():\n    pass\n", (), "prints nothing, so there is nothing to predict"),
        ("async def main():\n    1 / 0\n", (), "raised ZeroDivisionError"),
        ("async def main():\n    print(1)\n", ("--answer", "b@0"), "'b@0': the letters are a to a"),
        ("async def main():\n    print(1)\n", (), "nobody can be asked here"),
        ("async def main():\n    print(1)\n", ("--solution",), "02_gather is not passed yet"),
    ],
    ids=["silent", "raises", "unreadable", "nobody", "solution before passing"],
)
def test_what_cannot_be_predicted_is_a_sentence(grade, here, typed, source, arguments, words):
    """And exit code 4."""
    typed("")
    (here / "gather.py").write_text(source, "utf-8")
    said = grade("predict", "02", *arguments)
    assert said.code == 4
    assert words in " ".join(said.err.split())
