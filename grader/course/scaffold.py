"""A new exercise, whole and small: its author changes one thing after the other, and it can be proved at each step.

The texts below are an exercise about two waits that overlap. `$slug`, `$number` and `$word` are parts of its name.
"""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path
from string import Template

from grader.errors import UsageError

SLUG = re.compile(r"([0-9]+)_([a-z][a-z0-9_]*)")
"""Number, underscore, name of the learner's file."""

TAKEN = ("given", "scenario")
"""Names of files that an exercise has beside the learner's."""

README = """\
# $number · $word: two waits at once

About 15 minutes.

A coroutine that waits gives the event loop back, and another one can begin.

## The task

Edit `$word.py`.

- `task(name, delay)` waits `delay` seconds without blocking the event loop, then prints `NAME is here`.
- `main()` runs `task("Ada", 2)` and `task("Bob", 1)` at the same time, and ends when both have ended.

## The output

| time | line |
|---|---|
| 1 s | `Bob is here` |
| 2 s | `Ada is here` |

The program ends at 2 s. These two lines are printed, and no others.

Any part of asyncio may be used. To read:
[Running tasks concurrently](https://docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently).
"""

TOML = """\
title = "Two waits at once"
concept = "Coroutines that are started together wait at the same time."
file = "$word.py"
docs_url = "https://docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently"
hints = [
    "What can the event loop do while Ada is on her way?",
    "Which functions of asyncio take more than one coroutine, or start one without waiting for it?",
]

[[entry_points]]
name = "task"
parameters = ["name", "delay"]

[[entry_points]]
name = "main"
"""

STUB = '''\
"""Two waits at once."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Wait `delay` seconds, then print "NAME is here"."""
    # TODO: wait without blocking the event loop, then print


async def main() -> None:
    """Run Ada (2 seconds) and Bob (1 second) at the same time."""
    # TODO: run task("Ada", 2) and task("Bob", 1) at the same time


if __name__ == "__main__":
    asyncio.run(main())
'''

CHECKS = '''\
"""Checks of $slug."""

from grader import any_order, at, call, points, service


@points(2)
async def test_runs_both_at_the_same_time(submission):
    """`main` calls `task` for Ada with 2 and for Bob with 1, both at once, and waits for both"""
    run = await submission.run("main", replace={"task": service(seconds=lambda name, delay: delay)})

    assert run.calls("task") == any_order(call("Ada", 2, at=0), call("Bob", 1, at=0))
    assert run.duration == 2


@points(2)
async def test_prints_the_two_lines(submission):
    """The program prints its two lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(1, "Bob is here"), at(2, "Ada is here")]
'''

SOLUTION = '''\
"""Two waits at once."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Wait `delay` seconds, then print "NAME is here"."""
    # The `await` hands control back to the event loop until the delay is over.
    await asyncio.sleep(delay)
    print(f"{name} is here")


async def main() -> None:
    """Run Ada (2 seconds) and Bob (1 second) at the same time."""
    # Both are under way at once, so the longer wait is how long both of them take.
    await asyncio.gather(task("Ada", 2), task("Bob", 1))


if __name__ == "__main__":
    asyncio.run(main())
'''

ACCEPTED = '''\
"""A TaskGroup starts both; the end of its block waits for them."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    print(name, "is here")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(task("Ada", 2))
        group.create_task(task("Bob", 1))


if __name__ == "__main__":
    asyncio.run(main())
'''

REJECTED = """\
# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Bob begins only when Ada has ended.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} is here")


async def main():
    await task("Ada", 2)
    await task("Bob", 1)


if __name__ == "__main__":
    asyncio.run(main())
"""

EQUIVALENT = """\
# Mistakes in $word.py that are none: `grade verify --mutants` makes them, and no check finds them.

[[equivalent]]
operator = "swap"
function = "main"
before = 'await asyncio.gather(task("Ada", 2), task("Bob", 1))'
after = 'await asyncio.gather(task("Bob", 1), task("Ada", 2))'
reason = "Who starts first is not asked for: both start at 0 s, and they print at different times."
"""

FILES = {
    "exercises/$slug/README.md": README,
    "exercises/$slug/exercise.toml": TOML,
    "exercises/$slug/$word.py": STUB,
    "exercises/$slug/test_$word.py": CHECKS,
    "solutions/$slug/$word.py": SOLUTION,
    "solutions/$slug/equivalent.toml": EQUIVALENT,
    "solutions/$slug/accepted/task_group.py": ACCEPTED,
    "solutions/$slug/rejected/in_a_row.py": REJECTED,
}
"""Path from the folder that has `exercises/` and `solutions/`, or is to have them → text."""


def scaffold(slug: str, root: Path) -> list[Path]:
    """Write a new exercise called `slug` into the folder `root`; return the paths of its files.

    Raises UsageError for a name that cannot be used, for one that is taken, and where nothing can be written.
    """
    number, word = _parts(slug)
    _refuse_taken(slug, number, root)
    written = []
    for path, text in FILES.items():
        file = root / _filled(path, slug, number, word)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_filled(text, slug, number, word), "utf-8")
        except OSError as error:
            raise UsageError(f"{file} cannot be written: {error.strerror}") from error
        written.append(file)
    return written


def _filled(text: str, slug: str, number: str, word: str) -> str:
    return Template(text).substitute(slug=slug, number=number, word=word)


def _parts(slug: str) -> tuple[str, str]:
    """Return the number and the word of a slug."""
    found = SLUG.fullmatch(slug)
    if found is None:
        raise UsageError(
            f"{slug!r} cannot name an exercise: it takes a number, an underscore, and a word of small letters, digits "
            "and underscores, such as 15_tea_time"
        )
    number, word = found.groups()
    if word in TAKEN:
        raise UsageError(f"{word}.py has a meaning of its own beside the learner's file: {slug} needs another word")
    if keyword.iskeyword(word):
        raise UsageError(f"`{word}` is a keyword of Python, and no name of a module: {slug} needs another word")
    if word in sys.stdlib_module_names:
        raise UsageError(
            f"a file {word}.py would stand in the way of Python's own module `{word}`: {slug} needs another word"
        )
    return number, word


def _refuse_taken(slug: str, number: str, root: Path) -> None:
    for folder in (Path("exercises", slug), Path("solutions", slug)):
        if (root / folder).exists():
            raise UsageError(f"{folder.as_posix()} is there already: nothing was written")
    for other in sorted((root / "exercises").glob("*_*")):
        if other.is_dir() and other.name.partition("_")[0].lstrip("0") == number.lstrip("0"):
            raise UsageError(f"exercises/{other.name} has the number {number} already: nothing was written")
