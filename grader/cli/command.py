"""The verbs of `grade`; what becomes of errors, and of Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from importlib import import_module
from typing import NoReturn

import click

from grader.errors import GraderError, UsageError

from . import console

VERBS = {
    "batch": "grader.cli.batch",
    "compare": "grader.cli.compare",
    "completion": "grader.cli.completion",
    "doctor": "grader.cli.doctor",
    "explain": "grader.cli.explain",
    "forget": "grader.cli.forget",
    "gradescope-zip": "grader.cli.gradescope",
    "hint": "grader.cli.hint",
    "init": "grader.cli.init",
    "list": "grader.cli.listing",
    "new": "grader.cli.new",
    "next": "grader.cli.upcoming",
    "predict": "grader.cli.predict",
    "regrade": "grader.cli.regrade",
    "report": "grader.cli.report",
    "reset": "grader.cli.reset",
    "show": "grader.cli.show",
    "solution": "grader.cli.solution",
    "trace": "grader.cli.trace",
    "update": "grader.cli.update",
    "verify": "grader.cli.verify",
    "watch": "grader.cli.watch",
}
"""Verb -> module that holds its `command`; without a verb the command grades."""

VARIABLE = "_GRADE_COMPLETE"
"""Variable of the environment by which a shell asks what could be typed next."""


def run(arguments: list[str]) -> int:
    """Run the command with its arguments, and return its exit code. Raises KeyboardInterrupt after Ctrl-C."""
    console.be_modest(sys.stdout, sys.stderr)
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        return _run(arguments)
    except click.Abort:
        raise KeyboardInterrupt from None
    except (click.ClickException, GraderError) as error:
        from .misuse import told

        exit_code = error.exit_code if isinstance(error, GraderError) else UsageError.exit_code
        return _say(told(error, arguments, VERBS), exit_code, trace="--debug" in arguments)
    except Exception as error:
        return _say(
            "something of the grader's own went wrong, the program is not to blame; `--debug` shows where.\n"
            f"{type(error).__name__}: {error}",
            GraderError.exit_code,
            trace="--debug" in arguments,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupt(number: int, frame: object) -> NoReturn:
    """End the work at once on Ctrl-C.

    Python's own handler does the same, but `asyncio.Runner`, in which checks run, replaces it by one that asks a
    check to stop when it next awaits: a check that waits for a submission would go on.
    """
    raise KeyboardInterrupt


def _run(arguments: list[str]) -> int:
    if VARIABLE in os.environ:
        from .completion import answer

        return answer(os.environ[VARIABLE])
    verb = arguments[0] if arguments else ""
    rest = arguments[1:] if verb in VERBS else arguments
    name = f"grade {verb}" if verb in VERBS else "grade"
    return find(verb).main(rest, prog_name=name, standalone_mode=False) or 0


def find(verb: str) -> click.Command:
    """Return the command of a verb, or the one that grades."""
    command: click.Command = import_module(VERBS.get(verb, "grader.cli.grading")).command
    return command


def _say(words: str, exit_code: int, *, trace: bool = False) -> int:
    if trace:
        traceback.print_exc()
    console.note(f"grade: {words}")
    return exit_code
