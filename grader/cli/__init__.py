"""The command `grade`: one module per verb; errors become exit codes, and nothing else happens here.

    command     the verbs, and what becomes of errors

    grading     `grade [EXERCISE | FILE]`, the verb that needs no name
    target      which exercise and which file its arguments mean

    init, update, reset             a course folder, and what the course hands out into it
    upcoming, listing               `grade next`, `grade list`
    hint, solution, report          what is shown of an exercise
    predict     `grade predict`         arranging   lines put in order with keys
    watch       `grade watch`           watching    one exercise after the other; what keys ask for
    verb        what these have in common
    standing    how far a learner has come, in words

    batch       `grade batch SOURCE`
    regrade, show, compare, forget      what is done with a class that was graded
    classwork   what these have in common
    gradescope  `grade gradescope-zip EXERCISE…`
    explain     `grade explain CODE`
    new         `grade new SLUG`
    trace       `grade trace FILE [ARGUMENTS]`
    verify      `grade verify EXERCISE…`
    completion  `grade completion SHELL`, and what a shell asks on Tab
    mutants     what `grade verify --mutants` shows

    options     what several verbs have          helping     what every verb has
    misuse      what is said of arguments that nobody understands
    console     what the terminal can show, and where words go
    pages       a page in Markdown, on the terminal
    delivery    a finished report becomes bytes in a file or on standard output

A verb is imported when it is called, and imports what it works with when it works: `grade --help` is quick.
It is loaded within `main`, so that Ctrl-C leaves no traceback while that is under way.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 2
"""Exit code after Ctrl-C."""

GARBAGE = 50_000
"""New objects after which Python looks for garbage: little of what is loaded ever is, and each look takes its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with its arguments, and return its exit code. Without any it is all that the process does.

    0 passed, 1 failed, 2 interrupted, 3 our error, 4 usage, 5 nothing found, 6 isolation not available.
    """
    if arguments is None:
        return _process()
    try:
        from .command import run

        return run(list(arguments))
    except KeyboardInterrupt:
        sys.stderr.write("grade: interrupted\n")
        return INTERRUPTED


def _process() -> int:
    """Run the command with the arguments of the process, and have the process end with it.

    Once everything is done that Python does at its end (threads are over, what was registered with `atexit` is called,
    the streams are flushed), nothing is left but to take apart what was loaded, module by module: that is left out.
    """
    import atexit
    import gc

    gc.set_threshold(GARBAGE)
    codes: list[int] = []
    if not atexit._ncallbacks() and not sys.flags.dev_mode:  # it is to be called last, so it comes first
        atexit.register(_end, codes)
    codes.append(main(sys.argv[1:]))
    return codes[0]


def _end(codes: list[int]) -> None:
    """End the process with its exit code; leave that to Python where there is none, or where a stream is broken."""
    import os

    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError, ValueError):
        return
    if codes:
        os._exit(codes[0])
