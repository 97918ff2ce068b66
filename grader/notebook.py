"""`%%grade EXERCISE` in a notebook: the cell is graded as a file, and its report stands below it.

    %load_ext grader

    %%grade 02_gather
    import asyncio
    …

The command grades, in a process of its own: a kernel has an event loop that runs all the time, and other cells' tasks
on it, which a judge must not share. The page stands in a frame of its own, so that neither the notebook's styles reach
it nor its own reach the notebook, and its policy (no scripts, no requests) holds there too.

A notebook runs what no file could: `await` outside of a function, and lines for IPython. Such a cell is not graded, and
the line is named: a report would blame the program for what is only in the wrong place.
"""

from __future__ import annotations

import ast
import signal
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from IPython.core.error import UsageError
from IPython.display import display

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from grader.model import Report

NAME = "cell.py"
"""What a report calls the cell."""

HEIGHT = 640
"""Pixels of the frame, which can be drawn larger."""

PATIENCE = 5
"""Seconds in which an interrupted grading ends by itself; then it is ended."""

USAGE = "%%grade 02_gather, or %%grade --run 02_gather to run the cell in the notebook, too"

_OWN_SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_AWAITS = (ast.Await, ast.AsyncFor, ast.AsyncWith)


def register(shell: InteractiveShell) -> None:
    """Give a shell the magic `%%grade`."""

    def magic(line: str, cell: str) -> None:
        """Grade this cell as a submission for an exercise: `%%grade 02_gather`, or `gather`, or `02`.

        The cell is not run in the notebook; with `%%grade --run 02_gather` it is, after it was graded.
        """
        match line.split():
            case [exercise] if not exercise.startswith("-"):
                show(graded(cell, exercise))
            case ["--run", exercise] | [exercise, "--run"]:
                show(graded(cell, exercise))
                run(cell, shell)
            case _:
                named = f"{line.strip()!r} is not the name of one exercise" if line.strip() else "no exercise is named"
                raise UsageError(f"{named}: the first line is {USAGE}")

    shell.register_magic_function(magic, "cell", "grade")  # type: ignore[arg-type] # declared as it looks in a class


def graded(cell: str, exercise: str) -> Report:
    """Return the report of a cell. Raises UsageError where it cannot be graded."""
    from grader.model import Report

    # The line of the magic is the cell's first: with an empty one in its place, lines have the cell's numbers.
    source = f"\n{cell}"
    if found := next(of_a_notebook(source), None):
        raise UsageError(
            f"not graded: line {found} runs in a notebook only, and a cell is graded as a file. "
            "Such lines belong in another cell, such as the next one."
        )
    with TemporaryDirectory() as folder:
        file = Path(folder, NAME)
        file.write_text(source, "utf-8")
        written, said = command(str(file), "--exercise", exercise, "--format", "json")
    try:
        return msgspec.json.decode(written, type=Report)
    except msgspec.DecodeError:
        raise UsageError(
            said.removeprefix("grade: ").strip() or "the grader gave no answer: run the cell again"
        ) from None


def command(*arguments: str) -> tuple[bytes, str]:
    """Run the command, and return what it wrote and what it said; an interrupt of the cell ends it in order."""
    # -P: a module of the learner's beside the notebook is not taken for one of Python's.
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "grader", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            written, said = process.communicate()
        except KeyboardInterrupt:
            process.send_signal(signal.SIGINT) if sys.platform != "win32" else process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:  # it has not begun to heed signals, or is beyond them
                process.kill()
            raise
    return written, said.decode("utf-8", "replace")


def show(report: Report) -> None:
    """Show a report: as a page where pages can be shown, else as text."""
    from grader.report import render

    display({"text/html": frame(render(report, "html")), "text/plain": render(report, "plain")}, raw=True)


def frame(page: str) -> str:
    """Put a page into a frame that shares nothing with what is around it."""
    style = f"width: 100%; height: {HEIGHT}px; border: 0; resize: vertical"
    return f'<iframe srcdoc="{escape(page)}" sandbox style="{style}" title="Report of this cell"></iframe>'


def run(cell: str, shell: InteractiveShell) -> None:
    """Run a cell in the notebook. Raises UsageError for `asyncio.run`, which cannot work there."""
    for line in (node.lineno + 1 for node in _outside(cell) if _is_run(node)):
        raise UsageError(
            f"graded, not run: `asyncio.run` on line {line} cannot start in a notebook, whose event loop is running "
            "already. Without that line the cell can be run, and the next one can say `await main()`."
        )
    shell.run_cell(cell)


def of_a_notebook(source: str) -> Iterator[str]:
    """Name the lines that only a notebook can run: `9 (await main())`."""
    lines = source.splitlines()
    try:
        found = [node.lineno for node in _outside(source) if isinstance(node, _AWAITS)]
    except SyntaxError as error:
        found = [error.lineno or 1]
        if not lines[found[0] - 1].lstrip().startswith(("%", "!")):
            return
    yield from (f"{number} (`{lines[number - 1].strip()}`)" for number in sorted(found))


def _outside(source: str) -> Iterator[ast.expr | ast.stmt]:
    """Walk through what a source does outside of its functions."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr | ast.stmt):
            yield node
        if not isinstance(node, _OWN_SCOPE):
            waiting.extend(ast.iter_child_nodes(node))


def _is_run(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "asyncio.run"
