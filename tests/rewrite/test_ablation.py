"""Ablation: a construct fails, whichever way the program writes it, and nothing else does."""

import ast
import asyncio
import sys
import types

import pytest

from grader.rewrite import CONSTRUCTS, ablated

GROUP = "asyncio.TaskGroup.create_task"
WAYS = {
    "import asyncio": "asyncio.TaskGroup()",
    "import asyncio as aio": "aio.TaskGroup()",
    "from asyncio import TaskGroup": "TaskGroup()",
    "from asyncio import sleep, TaskGroup as Group": "Group()",
    "from asyncio.taskgroups import TaskGroup": "TaskGroup()",
    "import asyncio, asyncio.taskgroups": "asyncio.taskgroups.TaskGroup()",
}
PROGRAM = '''"""A docstring."""
from __future__ import annotations
import asyncio
{imports}

async def task(name, done):
    done.append(name)

async def main():
    done = []
    async with {group} as group:
        for name in "abc":
            group.create_task(task(name, done))
    done.append("end")
    return done
'''


def returned(source, files, monkeypatch):
    """Run a program that was changed, with its files; return what `main` returns."""
    for name, text in files.items():
        module = types.ModuleType(name.removesuffix(".py"))
        exec(text, vars(module))
        monkeypatch.setitem(sys.modules, module.__name__, module)
    names = {}
    exec(compile(source, "program.py", "exec"), names)
    return asyncio.run(names["main"]())


@pytest.mark.parametrize("imports", WAYS)
def test_no_task_of_a_group_starts_any_more(monkeypatch, imports):
    """However the class is imported and called."""
    source = PROGRAM.format(imports=imports, group=WAYS[imports])
    assert returned(source, {}, monkeypatch) == ["a", "b", "c", "end"]
    assert returned(*ablated(source, GROUP), monkeypatch) == ["end"]


def test_a_star_is_no_way_round(monkeypatch):
    """On Python 3.11 it does not bring the class; what is bound is ours in any case."""
    source = PROGRAM.format(imports="from asyncio import *", group="TaskGroup()")
    assert returned(*ablated(source, GROUP), monkeypatch) == ["end"]


def test_a_group_that_is_decoration_changes_nothing(monkeypatch):
    """The work is done by something else: that shows."""
    source = """
import asyncio

async def task(name, done):
    done.append(name)

async def main():
    done = []
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
        await asyncio.gather(*(task(name, done) for name in "abc"))
    return done
"""
    assert returned(*ablated(source, GROUP), monkeypatch) == ["a", "b", "c"]


TICKER = """
class Ticker:
    def __init__(self, count):
        self.count = count
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        return self.count

async def main():
    try:
        return [number async for number in Ticker(2)]
    except NotImplementedError:
        return "needed"
"""


def test_a_method_of_the_programs_own_fails(monkeypatch):
    """Where it is called; a program that goes round it does not notice."""
    assert returned(TICKER, {}, monkeypatch) == [1, 0]
    assert returned(*ablated(TICKER, "Ticker.__anext__"), monkeypatch) == "needed"
    unused = TICKER.replace("async for number in Ticker(2)", "for number in (1, 0)")
    assert returned(*ablated(unused, "Ticker.__anext__"), monkeypatch) == [1, 0]


def test_a_method_alone_fails_in_every_class(monkeypatch):
    """Whichever class it belongs to: an exercise may leave open how many there are. A function of that name stays."""
    assert returned(*ablated(TICKER, "__anext__"), monkeypatch) == "needed"
    other = TICKER.replace("class Ticker:", "class Iterator:").replace("in Ticker(2)", "in Iterator(2)")
    assert returned(*ablated(other, "__anext__"), monkeypatch) == "needed"
    function = "def __anext__():\n    return 7\n\nasync def main():\n    return __anext__()\n"
    assert returned(*ablated(function, "__anext__"), monkeypatch) == 7


def test_a_function_that_stands_for_a_class_fails(monkeypatch):
    """It stays a generator, so it fails where it is entered."""
    source = """
from contextlib import asynccontextmanager

@asynccontextmanager
async def Connection(name):
    yield name

async def main():
    connection = Connection("a")
    try:
        async with connection as name:
            return name
    except NotImplementedError:
        return "needed"
"""
    assert returned(source, {}, monkeypatch) == "a"
    assert returned(*ablated(source, "Connection.__aenter__"), monkeypatch) == "needed"


@pytest.mark.parametrize(
    "source", ["def f(:", "x = " + "-" * 100_000 + "1", "\0", ""], ids=["syntax", "deep", "nul", "empty"]
)
@pytest.mark.parametrize("construct", [*CONSTRUCTS, "Ticker.__anext__"])
def test_what_cannot_be_parsed_stays_as_it_is(source, construct):
    """Its own rule tells of it."""
    changed, _ = ablated(source, construct)
    assert changed == source or ast.dump(ast.parse(changed))
