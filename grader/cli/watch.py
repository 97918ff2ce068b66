"""`grade watch [EXERCISE | FILE]`: grade on every save."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
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
@options.submission
@click.option("--no-page", is_flag=True, help="Serve no page that follows the reports in a browser.")
@options.plain
@options.running
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
    from grader.runner.process import cores
    from grader.watch.signals import Ended

    from .grading import finished
    from .target import find
    from .watching import Watching

    targets = find(target, exercise, Path.cwd())
    if not targets:
        return finished(Path(target or ""), None)
    judge = partial(grade_all, width=cores(), **options.conditions(backend, require, unsafe_no_sandbox))
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
