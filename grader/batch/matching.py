"""Which of a student's files is for which exercise: names tell, then folders, then what the files define.

Rules are tried one after the other. By each of them a file goes to an exercise where it is the only one of the least
depth that fits, and fits no other exercise that is still open. What is told by an early rule is not asked of a later
one. A file that is called as another exercise of the course is for none of those that are asked.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath

from grader.model import Exercise
from grader.trace import parse

_COPY = re.compile(r"[-_ ]?\(?\d{1,2}\)?$")
"""What a platform or a browser adds to a name that it has had: `gather-1.py`, `gather (2).py`."""
_NUMBERED = re.compile(r"(?:exercise|ex|task|assignment|homework|hw|problem|lab)?_?0*(\d+)")

Files = Mapping[PurePosixPath, str | None]
"""Path of a file -> its text; None where it cannot be read as text."""


def assign(files: Files, exercises: Sequence[Exercise], course: Sequence[str] = ()) -> dict[str, PurePosixPath]:
    """Return slug -> the file for it; an exercise for which no file can be told is left out.

    `course` has the slugs of all exercises that there are.
    """
    defined = cache(lambda path: _functions(files[path]))
    alone = len(exercises) == 1
    names = {exercise.slug: _names(exercise) for exercise in exercises}
    others = {path for path in files for slug in course if slug not in names and _is_called(path.stem, _of(slug))}
    rest = [path for path in files if path not in others] or (list(files) if alone else [])
    found: dict[str, PurePosixPath] = {}
    rules: list[Callable[[PurePosixPath, Exercise], bool]] = [
        lambda path, exercise: _is_called(path.stem, names[exercise.slug]),
        lambda path, exercise: _is_numbered(path.stem, exercise.slug),
        lambda path, exercise: _has_word(path.stem, exercise.slug, names),
        lambda path, exercise: any(_is_meant(part, exercise.slug) for part in path.parts[:-1]),
        lambda path, exercise: alone,
        lambda path, exercise: _defines(defined(path), exercise, exactly=True),
        lambda path, exercise: _defines(defined(path), exercise, exactly=False),
        lambda path, exercise: len(files) == len(exercises) == len(found) + 1,
    ]
    for fits in rules:
        open_ = [exercise for exercise in exercises if exercise.slug not in found]
        left = [path for path in rest if path not in found.values()]
        fitting = {exercise.slug: _shallowest([path for path in left if fits(path, exercise)]) for exercise in open_}
        claims = [path for paths in fitting.values() for path in paths]
        found |= {slug: paths[0] for slug, paths in fitting.items() if len(paths) == 1 and claims.count(paths[0]) == 1}
    return found


def named(name: str, slugs: Sequence[str]) -> str | None:
    """Return the exercise that a folder or an archive is called after; None where there is not one."""
    found = [slug for slug in slugs if _is_meant(name, slug)]
    return found[0] if len(found) == 1 else None


def _of(slug: str) -> set[str]:
    return {slug, slug.partition("_")[2]}


def _names(exercise: Exercise) -> set[str]:
    return {*_of(exercise.slug), exercise.file.removesuffix(".py")}


def _is_meant(name: str, slug: str) -> bool:
    return _is_called(name, _of(slug)) or _is_numbered(name, slug)


def _is_called(name: str, names: set[str]) -> bool:
    """Tell whether a name is one of an exercise's: `02_gather`, or `gather`, also as a copy."""
    return bool({_plain(name), _plain(_COPY.sub("", name))} & names)


def _is_numbered(name: str, slug: str) -> bool:
    """Tell whether a name is an exercise's number, alone or with a word for it: `02`, `ex2`."""
    found = _NUMBERED.fullmatch(_plain(name))
    return found is not None and int(found[1]) == int(slug.partition("_")[0])


def _has_word(name: str, slug: str, names: Mapping[str, set[str]]) -> bool:
    """Tell whether the longest word for an exercise that a name has is one of this exercise: `ann_gather_final`."""
    plain = f"_{_plain(name)}_"
    lengths = {
        other: max((len(word) for word in words if f"_{word}_" in plain), default=0) for other, words in names.items()
    }
    return 0 < lengths[slug] == max(lengths.values())


def _plain(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_")


def _shallowest(paths: list[PurePosixPath]) -> list[PurePosixPath]:
    least = min((len(path.parts) for path in paths), default=0)
    return [path for path in paths if len(path.parts) == least]


def _functions(text: str | None) -> dict[str, tuple[str, ...]]:
    """Return the functions that a program defines at its top, with their parameters; none where it is no Python."""
    tree = parse(text) if text is not None else None
    return {
        node.name: tuple(argument.arg for argument in (*node.args.posonlyargs, *node.args.args))
        for node in (tree.body if isinstance(tree, ast.Module) else ())
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _defines(functions: Mapping[str, tuple[str, ...]], exercise: Exercise, *, exactly: bool) -> bool:
    """Tell whether a program has every function that an exercise asks for; exactly: with its parameters, too."""
    return all(
        entry.name in functions and (not exactly or functions[entry.name] == entry.parameters)
        for entry in exercise.entry_points
    )
