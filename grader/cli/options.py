"""Options that several verbs have, each written once; and how programs are to be run, by those that say so."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from grader.errors import UsageError

from . import completion, console

if TYPE_CHECKING:
    from grader.model import Tier

SECRET = "ASYNCGRADE_SECRET"
"""Variable of the environment with the instructor's secret: who knows it knows what the checks draw for a program."""

TIERS = ("sealed", "fenced", "bounded", "limited")
"""How a program can be isolated, from the best down."""

Decorated = Callable[..., int | None]
Decorator = Callable[[Decorated], Decorated]

target = click.argument(
    "target", metavar="[EXERCISE | FILE]", required=False, shell_complete=completion.exercises_or_files
)
exercise = click.option(
    "-e",
    "--exercise",
    metavar="EXERCISE",
    shell_complete=completion.exercises,
    help="The exercise that FILE is a submission for.",
)
plain = click.option(
    "--plain",
    is_flag=True,
    envvar=console.PLAIN,
    help=f"For screen readers: in sentences, with nothing drawn. {console.PLAIN}=1 has the same effect, always.",
)
backend = click.option(
    "--backend", type=click.Choice(("fork", "spawn")), help="How runs are started; by default chosen by the platform."
)
require = click.option(
    "--require",
    type=click.Choice(TIERS),
    help="Grade only under this isolation or better. Where CI=true: by default the best that the platform has.",
)
unsafe = click.option("--unsafe-no-sandbox", is_flag=True, help="Do not isolate programs at all; the report says so.")
checks = click.option(
    "--checks",
    type=click.Path(file_okay=False, path_type=Path),
    help="For instructors: add the checks in this folder to the exercise's own. Students are not shown them.",
)
grading = click.option(
    "--grading",
    "grading_toml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="For instructors: the grading.toml that holds; by default one in the folder of --checks.",
)


def together(*decorators: Decorator) -> Decorator:
    """Make one decorator of several, which are listed in the order in which the help shows them."""
    return lambda function: reduce(lambda made, decorator: decorator(made), reversed(decorators), function)


submission: Decorator = together(target, exercise)
"""What is graded."""

running: Decorator = together(backend, require, unsafe)
"""How it is run."""

deciding: Decorator = together(checks, grading)
"""What an instructor decides."""


class Conditions(TypedDict):
    """How programs are to be run: what `grade` and `grade_all` of the judge take."""

    backend: str | None
    confined: bool
    require: Tier
    secret: bytes


def conditions(backend: str | None, require: Tier | None, unsafe: bool, *, hiding: bool = False) -> Conditions:
    """Return how programs are to be run, by the options and the environment. Raises UsageError."""
    confined, least = isolation(require, unsafe, hiding=hiding)
    return Conditions(backend=backend, confined=confined, require=least, secret=secret())


def secret() -> bytes:
    """Return the instructor's secret; empty where there is none."""
    return os.environ.get(SECRET, "").encode("utf-8", "surrogateescape")


def isolation(require: Tier | None, unsafe: bool, *, hiding: bool = False) -> tuple[bool, Tier]:
    """Return whether programs are to be confined, and the least that this must come to.

    That is by default the best that the platform has in CI, and where there are files that a program must not read.
    """
    if unsafe:
        if require is not None:
            raise UsageError(f"--unsafe-no-sandbox and --require {require} contradict each other: give one of them")
        return False, "none"
    if require is None and (hiding or os.environ.get("CI") == "true"):
        from grader.runner.isolation import HIGHEST

        return True, HIGHEST.get(sys.platform, "none")
    return True, require or "none"
