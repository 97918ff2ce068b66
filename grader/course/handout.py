"""What the course hands out to a learner: tasks, stubs, and what they need; never a check or a solution.

Whatever a learner has changed stays theirs. A file is told to be unchanged by its fingerprint, which is kept with the
progress when it is handed out. A newer course replaces what is unchanged. Of what was changed, the learner's own file
is left, and of the rest (a task, code that is given) a copy is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from . import progress
from .workspace import Workspace, holds_exercises
from .writing import PROGRESS, hidden, replace

README = "README.md"

GIVEN = (README, "given.py", "data")
"""What an exercise hands out beside the learner's file, where it has it."""

Fate = Literal["new", "back", "newer", "copied", "yours"]
"""What became of a file: it was not there before; it was gone and is back; it was replaced by a newer one, unchanged as
it was or with a copy of what was changed; or it is the learner's own, and left, though there is a newer stub."""


@dataclass(frozen=True, kw_only=True)
class Handed:
    """A file, and what became of it."""

    path: Path
    """Where it is, from the course folder."""
    fate: Fate
    """What became of it."""
    copy: Path | None = None
    """Where what was there before is now, from the course folder."""


def update(workspace: Workspace) -> list[Handed]:
    """Bring a course folder what the installed course has, and tell what was done, in the order of the course.

    Raises ProgressError, or OSError where a file cannot be written.
    """
    before = progress.read(workspace)
    known = before.handed_out
    prints: dict[str, str] = {}
    done = []
    for path, content, own in _wanted(workspace):
        name = path.as_posix()
        prints[name] = fingerprint(content)
        if handed := _hand_out(workspace, path, content, known.get(name, ""), own):
            done.append(handed)
    if prints.items() - known.items() or is_older(workspace, before):
        progress.hand_out(workspace, prints)
    return done


def is_older(workspace: Workspace, known: progress.Progress) -> bool:
    """Tell whether the course folder has another version of the course than the one that is installed."""
    return known.asyncgrade.version != workspace.course.version


def put_back(workspace: Workspace, slug: str) -> Path | None:
    """Put the stub of an exercise in the place of the learner's file; return the copy of what was there, if any was."""
    progress.read(workspace)
    exercise = workspace.exercise(slug)
    content = (workspace.source(slug) / exercise.file).read_bytes()
    file = workspace.folder / slug / exercise.file
    file.parent.mkdir(parents=True, exist_ok=True)
    copy = _copied(file) if file.is_file() and file.read_bytes() != content else None
    replace(file, content)
    progress.hand_out(workspace, {f"{slug}/{exercise.file}": fingerprint(content)})
    progress.change(workspace, slug, progress.begun_anew)
    return copy


def taken(folder: Path, root: Path) -> list[str]:
    """Return what keeps a folder from becoming a course folder: names in it, but for hidden ones, and what is ours."""
    workspace = Workspace(folder=folder, root=root)
    if not folder.is_dir() or holds_exercises(workspace):
        return []
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def fingerprint(content: bytes) -> str:
    """Return a short print of a file; how its lines end is no part of it, git may change that."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:12]


def _wanted(workspace: Workspace) -> Iterator[tuple[Path, bytes, bool]]:
    """Return each file that is handed out: its path from the course folder, its content, and whether it is a stub."""
    yield Path(README), _readme(workspace), False
    for slug in workspace.course.exercises:
        source, stub = workspace.source(slug), workspace.exercise(slug).file
        yield Path(slug, stub), (source / stub).read_bytes(), True
        for name in GIVEN:
            found = source / name
            files = sorted(path for path in found.rglob("*") if path.is_file()) if found.is_dir() else [found]
            for file in files:
                if file.is_file():
                    yield Path(slug, file.relative_to(source)), file.read_bytes(), False


def _hand_out(workspace: Workspace, path: Path, content: bytes, known: str, own: bool) -> Handed | None:
    """Hand out one file, if there is anything to do; `known` is the print of what was handed out before."""
    file = workspace.folder / path
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, content)
        return Handed(path=path, fate="back" if known else "new")
    found, wanted = fingerprint(file.read_bytes()), fingerprint(content)
    if wanted in (found, known):
        return None
    if own and found != known:
        return Handed(path=path, fate="yours")
    copy = _copied(file) if found != known else None
    replace(file, content)
    return Handed(
        path=path, fate="copied" if copy else "newer", copy=copy.relative_to(workspace.folder) if copy else None
    )


def _copied(file: Path) -> Path:
    """Keep a copy of a file in the hidden folder beside it, under a name that is free; return where."""
    home = hidden(file.parent)
    number = 1
    while (copy := home / f"{file.stem}.{number}{file.suffix}").exists():
        number += 1
    return replace(copy, file.read_bytes())


def _readme(workspace: Workspace) -> bytes:
    course = workspace.course
    return f"""\
# {course.title}

Each folder is an exercise: `README.md` is the task, and the Python file beside it is yours to complete.

    grade next      what is to be done next
    grade           grade it; `grade watch` does so on every save
    grade hint      a question that leads on, one more each time
    grade list      what is passed, and what is next

`grade --help` shows what else there is. What is passed is kept in `{PROGRESS}`.
""".encode()
