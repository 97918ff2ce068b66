"""A notebook becomes the text of a program: its code cells, one after the other.

What only a notebook can run becomes a comment, so that lines keep their numbers: lines for IPython (`%time`, `!ls`),
cells for another language (`%%bash`), and statements that await outside of a function, such as `await main()`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec

from grader.errors import SubmissionError
from grader.trace import parse

_OF_PYTHON = ("%%time", "%%timeit", "%%capture", "%%grade")
"""Magics of cells whose other lines are Python."""
_AWAITS = (ast.Await, ast.AsyncFor, ast.AsyncWith)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] = ""


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


def without_outputs(data: bytes) -> bytes:
    """Return a notebook's code alone, as pictures in it are as large as a thousand programs.

    What is no notebook stays as it is: `program` says why.
    """
    try:
        notebook = msgspec.json.decode(data, type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return data
    return msgspec.json.encode(_Notebook(cells=[cell for cell in notebook.cells if cell.cell_type == "code"]))


def program(data: bytes, path: PurePosixPath) -> str:
    """Return the program in a notebook (nbformat 4). Raises SubmissionError where it is no notebook."""
    try:
        notebook = msgspec.json.decode(data, type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SubmissionError(f"{path} is no notebook that can be read: {error}") from error
    return "\n\n".join(_code(cell) for cell in notebook.cells if cell.cell_type == "code")


def _code(cell: _Cell) -> str:
    lines = (cell.source if isinstance(cell.source, str) else "".join(cell.source)).rstrip("\n").split("\n")
    first = lines[0].lstrip()
    if first.startswith("%%") and not first.startswith(_OF_PYTHON):
        return "\n".join(map(_comment, lines))
    lines = [_comment(line) if line.lstrip().startswith(("%", "!")) else line for line in lines]
    for number in _outside(lines):
        lines[number - 1] = _comment(lines[number - 1])
    return "\n".join(lines)


def _comment(line: str) -> str:
    return f"# {line}"


def _outside(lines: list[str]) -> Iterator[int]:
    """Yield the lines of statements that await outside of every function; none where the cell is no Python."""
    tree = parse("\n".join(lines))
    if isinstance(tree, SyntaxError):
        return
    for statement in tree.body:
        if _awaits(statement):
            yield from range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)


def _awaits(statement: ast.stmt) -> bool:
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _AWAITS):
            return True
        if not isinstance(node, _SCOPES):
            waiting.extend(ast.iter_child_nodes(node))
    return False
