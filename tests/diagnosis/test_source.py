"""The index over a program's text."""

import ast
import sys

import pytest

from grader.diagnosis.source import Mark, Source

PROGRAM = Source(
    """\
import asyncio as aio
from time import sleep as nap, monotonic

pause = aio.sleep

async def work(items):
    for item in items:
        await pause(1); nap(2)
        task = aio.create_task(
            other(item),
            name="ä",
        )
    return [await other(item) for item in items]

class Shop:
    def other(self): ...

def other(item):
    return monotonic()
"""
)


def call(name):
    return PROGRAM.calls_of(name)[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("pause", "asyncio.sleep"), ("nap", "time.sleep"), ("create_task", "asyncio.create_task"), ("other", "other")],
)
def test_a_call_has_its_full_name(name, expected):
    """Imports, their aliases, and names of the module for what a module holds are resolved."""
    found = next(c for c in PROGRAM.calls if PROGRAM.code(c.func).endswith(name))
    assert PROGRAM.callee(found) == expected


def test_a_name_that_is_no_name_is_empty_before_its_dot():
    """A method of a call's result keeps its own name only."""
    source = Source("f().close()\n")
    assert [source.callee(found) for found in source.calls] == [".close", "f"]


def test_the_definition_at_module_level_counts():
    """A method of the same name does not hide it."""
    assert PROGRAM.functions["other"].lineno == 18


def test_the_call_that_begins_on_a_line_is_found_first():
    """A line inside a call over several lines finds that call too, where nothing else begins."""
    assert PROGRAM.code(PROGRAM.on_line(8, "sleep")) == "pause(1)"
    assert PROGRAM.on_line(11, "create_task") is call("create_task")
    assert PROGRAM.on_line(8, "create_task") is None


def test_a_call_over_several_lines_is_written_on_one():
    """As the learner wrote it, without the line ends."""
    assert PROGRAM.code(call("create_task")) == 'aio.create_task(other(item), name="ä")'


def test_a_mark_counts_characters_from_one():
    """Not bytes: a letter with an accent is one column."""
    source = Source('x = "äöü"; work()\n')
    assert source.mark(source.calls[0]) == Mark(1, 12, 18)


def test_a_mark_of_several_lines_ends_with_the_first():
    """Only the part on the first line is marked."""
    assert PROGRAM.mark(call("create_task")) == Mark(9, 16, 32)


def test_a_function_is_marked_by_its_head():
    """Not by its body."""
    assert PROGRAM.mark(PROGRAM.functions["work"]) == Mark(6, 1, 23)


def test_a_line_without_a_statement_of_its_own_is_marked_as_it_stands():
    """A line inside a statement, and one that does not exist."""
    assert PROGRAM.mark_line(11) == Mark(11, 13, 22)
    assert PROGRAM.mark_line(99) is None


def test_loops_and_functions_round_a_node_are_found():
    """The innermost loop within the function; a comprehension is a loop."""
    assert isinstance(PROGRAM.loop_of(call("create_task")), ast.For)
    assert isinstance(PROGRAM.loop_of(PROGRAM.calls_of("other")[1]), ast.ListComp)
    assert PROGRAM.function_of(call("monotonic")) is PROGRAM.functions["other"]
    assert PROGRAM.loop_of(call("monotonic")) is None


def test_awaited_calls_are_told_apart():
    """By the `await` right before them."""
    assert [PROGRAM.is_awaited(found) for found in PROGRAM.calls] == [True, False, False, False, True, False]


@pytest.mark.parametrize(
    "text", ["def f(:", "a\0b", "(" * 5000, "\ud800", ""], ids=["syntax", "null", "deep", "half", "empty"]
)
def test_a_text_that_is_no_program_has_no_nodes(text):
    """Every question has an answer all the same."""
    source = Source(text)
    assert (source.calls, source.functions, source.aliases, source.on_line(1, "f")) == ((), {}, {}, None)


def test_a_deeply_nested_program_is_read_without_recursion():
    """A sum of two thousand numbers is a tree two thousand levels deep."""
    source = Source("x = " + "+".join(["f(1)"] * 2000))
    assert len(source.calls) == 2000


def test_a_text_that_python_would_read_for_minutes_is_no_program():
    """80,000 fields of one f-string: Python 3.11 looks for each from the start of the string; later ones do not."""
    source = "f'" + "{a}" * 80_000 + "'"
    assert (Source(source).error is not None) == (sys.version_info < (3, 12))
