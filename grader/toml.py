"""A toml file as typed data: read with the standard library, and checked to the last key.

What is wrong is told with the file, the key and the value.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from grader.errors import ExerciseError


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A toml file, or a table of one: an unknown key is an error."""


_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def read(path: Path, shape: type[_Shape]) -> _Shape:
    """Read a toml file of the given shape. Raises ExerciseError with the file, what is wrong, and the value."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError(f"{path}: is not TOML: {error}") from error
    return table(content, shape, path)


def table(content: object, shape: type[_Shape], path: Path, key: str = "") -> _Shape:
    """Return a table, which lies under `key` in the file, in the given shape. Raises ExerciseError as `read` does."""
    try:
        return msgspec.convert(content, shape)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at ")
        raise ExerciseError(f"{path}: {problem}{_value_at(where.strip('`'), content, key)}") from error


def _value_at(where: str, content: Any, key: str) -> str:
    """Return ` at limits.steps, which is 0`, for msgspec's `$.limits.steps`; where no place is named, the table's."""
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", where):
        content = content[name or int(index)]
    place = ".".join(filter(None, (key, where.removeprefix("$").removeprefix("."))))
    return f" at {place}, which is {content!r}" if where.startswith("$.") else f" at {place}" if place else ""
