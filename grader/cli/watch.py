"""`grade watch [EXERCISE | FILE]`: grade on every save."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import completion, console
from .verb import verb

if TYPE_CHECKING:
    from grader.model import Tier

KILLED = 128
"""Exit code after a signal other than Ctrl-C's, to which its number is added."""


@verb("""
grade watch            the exercise in this folder, or the next one
grade watch 02         an exercise by number, name or folder
grade watch ann.py -e 02_gather
                       any file, for an exercise
grade watch --plain    for a screen reader: in sentences, one report below
                       the other

Keys: t task, h hint, l list, n next exercise, r report in the browser,
Enter grades again, q quits.

Exit codes: 0 after q where the last report passed, else 1; 2 after Ctrl-C;
129 or 143 where the terminal was closed or the command ended from outside;
3 to 6 as those of `grade`.
""")
@click.argument("target", metavar="[EXERCISE | FILE]", required=False, shell_complete=completion.exercises_or_files)
@click.option(
    "-e",
    "--exercise",
    metavar="EXERCISE",
    shell_complete=completion.exercises,
    help="The exercise that FILE is a submission for.",
)
@click.option("--no-page", is_flag=True, help="Serve no page that follows the reports in a browser.")
@click.option(
    "--plain",
    is_flag=True,
    envvar=console.PLAIN,
    help=f"For screen readers: in sentences, one report below the other. {console.PLAIN}=1 does the same, always.",
)
@click.option("--backend", type=click.Choice(("fork", "spawn")), help="How runs are started; chosen by platform.")
@click.option(
    "--require",
    type=click.Choice(("sealed", "fenced", "bounded", "limited")),
    help="Grade only under this isolation or better.",
)
@click.option("--unsafe-no-sandbox", is_flag=True, help="Do not isolate programs at all; the report says so.")
def command(
    target: str | None,
    exercise: str | None,
    no_page: bool,
    plain: bool,
    backend: str | None,
    require: Tier | None,
    unsafe_no_sandbox: bool,
) -> int:
    """Grade an exercise now, and again on every save.

    The report stands on the screen, as much of it as there is room for; `r` opens all of it in the browser, where it
    follows by itself.
    """
    from grader.judge import grade_all
    from grader.watch.signals import Ended

    from .grading import SECRET, finished, isolation
    from .target import find
    from .watching import Watching

    targets = find(target, exercise, Path.cwd())
    if not targets:
        return finished(Path(target or ""), None)
    confined, least = isolation(require, unsafe_no_sandbox)
    judge = partial(
        grade_all,
        backend=backend,
        confined=confined,
        require=least,
        secret=os.environ.get(SECRET, "").encode("utf-8", "surrogateescape"),
    )
    watching = Watching(judge, page=not no_page, plain=plain)
    try:
        with ExitStack() as stack:
            watching.begin(stack)
            watching.watch(targets[0])
    except Ended as ended:
        if not watching.gate.was_used:
            if ended.number == signal.SIGINT:
                raise KeyboardInterrupt from None
            return KILLED + ended.number
    return 0 if watching.has_passed else 1
