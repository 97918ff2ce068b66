"""What is shown of pages and programs: no link and no word is broken, and nothing scrolls out of sight."""

import ast
import re

import pytest

from grader.cli import console, pages, solution
from grader.exercise import course_root

from .test_delivery import Stream

ADDRESS = "https://docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently-and-more"
FILE = course_root() / "solutions" / "02_gather" / "gather.py"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shown(monkeypatch):
    """Show something on a terminal of 40 columns; return its lines without their colours."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def show(function, what):
        screen = Stream()
        monkeypatch.setattr("sys.stdout", screen)
        function(what)
        return [line.rstrip() for line in COLOUR.sub("", screen.written).splitlines()]

    return show


def test_a_link_stands_in_a_line_of_its_own(shown):
    """Below the page, whole; its words stay where they are."""
    lines = shown(pages.show, f"# Title\n\nSee [Running tasks]({ADDRESS}).\n")
    assert "See Running tasks." in lines
    assert lines[-1] == ADDRESS


def test_no_word_of_a_solution_is_broken(shown):
    """Its comments are filled anew, and its lines broken where Python does not mind."""
    lines = FILE.read_text("utf-8").splitlines()
    found = shown(solution._show, FILE)
    assert max(map(len, lines)) > 40
    assert [line for line in found if len(line) > 40] == ["async def task(name: str, delay: float) -> None:"]
    assert " ".join("\n".join(lines).replace("#", "").split()) == " ".join("\n".join(found).replace("#", "").split())


class _Docstrings(ast.NodeTransformer):
    """Makes all docstrings one line."""

    def visit_Expr(self, node):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = " ".join(node.value.value.split())
        return node


@pytest.mark.parametrize("width", [60, 80])
def test_a_solution_that_is_copied_does_what_it_did(width):
    """However narrow the terminal was, each is the same program; few lines are left to the terminal."""
    long = []
    for file in sorted((course_root() / "solutions").glob("*/*.py")):
        source = file.read_text("utf-8")
        narrowed = solution.narrowed(source, width)
        one, other = (ast.dump(_Docstrings().visit(ast.parse(text))) for text in (source, narrowed))
        assert one == other, file
        long += [line for line in narrowed.splitlines() if len(line) > max(width, 80)]
    assert len(long) < 5


def test_what_is_longer_than_the_terminal_goes_through_a_pager(monkeypatch):
    """And what is not is printed: so is all of it where nothing scrolls away, or where it is heard."""
    paged = []
    monkeypatch.setattr(console.click, "echo_via_pager", paged.append)
    monkeypatch.setenv("LESS", "R")
    monkeypatch.delenv(console.PLAIN, raising=False)
    text = "line\n" * 24
    for height, expected in ((25, []), (24, [text.removesuffix("\n")]), (None, [])):
        monkeypatch.setattr(console, "height", lambda stream, height=height: height)
        console.page(text)
        assert paged == expected
        paged.clear()
    monkeypatch.setattr(console, "height", lambda stream: 24)
    monkeypatch.setenv(console.PLAIN, "1")
    console.page(text)
    assert paged == []
