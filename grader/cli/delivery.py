"""A report, or a trace, becomes bytes, on standard output or in a file; a report is kept in `.grade/last.html`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import structs

from grader.course.writing import HIDDEN, PAGE, hidden, replace
from grader.errors import UsageError
from grader.model import Audience, Report
from grader.report import COLORED, render

from . import console

LOCATED = ("concise", "github", "gitlab")
"""Formats whose reader opens the file that is named, or shows it in the repository: by its path from here."""


def deliver(report: Report, format: str, output: Path | None, file: Path, audience: Audience = "student") -> None:
    """Write a report of `file` to a file, or to standard output. Raises UsageError where that cannot be written."""
    if format in LOCATED:
        name = str(from_here(file)) if format == "concise" else from_here(file).as_posix()
        report = structs.replace(report, submission=structs.replace(report.submission, name=name))
    write(partial(render, report, format, audience=audience), format, output)


def deliver_fitted(report: Report, below: int) -> bool:
    """Write the brief report to standard output: on a terminal what fits there, with so many lines left for others.

    Return whether that is all of it.
    """
    from grader.report import brief

    height = console.height(sys.stdout)
    if height is None:
        write(partial(render, report, "brief"), "brief", None)
        return True
    is_whole = True

    def rendered(*, width: int, color: bool, unicode: bool) -> str:
        nonlocal is_whole
        shown = brief.fitted(report, width=width, height=height - below, color=color, unicode=unicode)
        is_whole = not shown.left_out
        return "".join(f"{line}\n" for line in shown.lines)

    write(rendered, "brief", None)
    return is_whole


def from_here(path: Path) -> Path:
    """Return a path as it is written in the current folder, or the whole of it where that is shorter."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return Path(min(near, str(path), key=len))


def write(rendered: Callable[..., str], format: str, output: Path | None) -> None:
    """Write what `rendered` makes for a width, with or without colour, and in the signs that there are."""
    stdout = output is None
    text = rendered(
        width=console.width(),
        color=stdout and format in COLORED and console.color(sys.stdout),
        unicode=not stdout or format not in console.FOR_PEOPLE or console.unicode(sys.stdout),
    )
    if output is None:
        _print(text, (sys.stdout.encoding if format in console.FOR_PEOPLE else None) or "utf-8")
        return
    try:
        output.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{output} cannot be written ({error.strerror}): name another file") from error


def _print(text: str, encoding: str) -> None:
    """Write to standard output, which `| head` may cut short; the verdict stands all the same."""
    try:
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UsageError(
                f"standard output cannot be written ({error.strerror}): `-o FILE` writes a file"
            ) from error


def keep_page(report: Report, folder: Path) -> Path | None:
    """Write the report as a page to `.grade/last.html` in a folder; return its path, or None where that cannot be done.

    The folder may be a stranger's: a link in place of `.grade` is not followed, one in place of the page is replaced.
    """
    try:
        return replace(hidden(folder) / PAGE, render(report, "html").encode("utf-8"))
    except OSError as error:
        console.note(f"grade: the page {folder / HIDDEN / PAGE} was not written ({error.strerror}); the grade stands")
        return None
