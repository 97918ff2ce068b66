"""How far a learner has come: one small readable file in the course folder, `progress.json`.

    {
      "asyncgrade": {"schema": 1, "course": "…", "version": "1"},
      "last": "02_gather",
      "exercises": {"02_gather": {"score": 12, "max_score": 12, "passed": "2026-05-04", "attempts": 3, …}, …},
      "handed_out": {"02_gather/gather.py": "9f86d081884c", …}
    }

It is changed under a lock and replaced in one step, so two `grade`s at once lose nothing and a crash leaves a whole
file. Keys that this version does not know, and exercises that the course no longer has, stay as they are. A file that
is not as it must be is never written over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from grader.errors import ProgressError
from grader.model import Report

from .workspace import MAX_BYTES, Workspace
from .writing import PROGRESS, hidden, replace

SCHEMA = 1
"""Version of the file's layout."""

PATIENCE = 10.0
"""Seconds that are waited for another command that is writing."""

_Count = Annotated[int, msgspec.Meta(ge=0)]
_Points = Annotated[float, msgspec.Meta(ge=0)]


class Standing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far a learner has come with one exercise."""

    score: _Points = 0
    """Points of the best attempt."""
    max_score: _Points = 0
    """Points to earn; 0 before the first attempt."""
    passed: str = ""
    """The day on which it was passed first, `2026-05-04`; empty where it was not."""
    attempts: _Count = 0
    """How often it was graded."""
    hints: _Count = 0
    """Hints that were shown."""
    solution: Literal["", "before passing", "after passing"] = ""
    """When the solution was shown first; empty where it was not."""
    code: str = ""
    """The diagnostic that the last attempt was told; empty where there was none."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What marks the file as ours."""

    schema: Annotated[int, msgspec.Meta(ge=1)]
    """Version of the layout."""
    version: str = ""
    """Version of the course that was handed out last."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a learner has come with all of them."""

    exercises: dict[str, Standing] = {}
    """Slug -> standing; those that were not begun may be missing."""
    last: str = ""
    """The exercise that was graded last."""
    handed_out: dict[str, str] = {}
    """Path in the course folder -> fingerprint of what the course put there."""
    asyncgrade: Mark
    """Of which layout the file is, and of which course."""

    def of(self, slug: str) -> Standing:
        """Return how far the learner has come with an exercise."""
        return self.exercises.get(slug, Standing())


# --- what an event makes of a standing: pure -------------------------------------------------------------------------


def graded(
    standing: Standing, *, score: float, max_score: float, passed: bool, code: str = "", today: date | None = None
) -> Standing:
    """Return a standing after one more attempt. What was passed once stays passed, and the best score counts."""
    better = max_score != standing.max_score or score > standing.score
    return msgspec.structs.replace(
        standing,
        score=score if better else standing.score,
        max_score=max_score,
        passed=standing.passed or ((today or date.today()).isoformat() if passed else ""),
        attempts=standing.attempts + 1,
        code=code,
    )


def hinted(standing: Standing, available: int) -> Standing:
    """Return a standing after one more hint, as long as there is one."""
    return msgspec.structs.replace(standing, hints=min(standing.hints + 1, available))


def shown_solution(standing: Standing) -> Standing:
    """Return a standing after the solution was shown; the first time is what counts."""
    when: Literal["before passing", "after passing"] = "after passing" if standing.passed else "before passing"
    return msgspec.structs.replace(standing, solution=standing.solution or when)


def begun_anew(standing: Standing) -> Standing:
    """Return a standing after the file was put back: the hints begin anew, what was reached stays."""
    return msgspec.structs.replace(standing, hints=0, code="")


def next_exercise(workspace: Workspace, progress: Progress) -> str | None:
    """Return the first exercise, in the order of the course, that is not passed; None where all are."""
    return next((slug for slug in workspace.course.exercises if not progress.of(slug).passed), None)


# --- the file --------------------------------------------------------------------------------------------------------


def read(workspace: Workspace) -> Progress:
    """Read the progress. Raises ProgressError with what is wrong, where, and what helps."""
    return _typed(workspace, _raw(workspace))


def begin(workspace: Workspace) -> None:
    """Write a progress file with nothing in it, which marks the course folder."""
    _write(workspace, {"asyncgrade": _mark(workspace)})


def change(workspace: Workspace, slug: str, event: Callable[[Standing], Standing], *, last: bool = False) -> Standing:
    """Change the standing of one exercise, and return it; with `last` it is now the one that was graded last.

    Raises ProgressError where the file is not as it must be, cannot be written, or another command does not let go.
    """
    with _changing(workspace) as raw:
        standing = event(_typed(workspace, raw).of(slug))
        entries = raw.setdefault("exercises", {})
        known = {field.encode_name for field in msgspec.structs.fields(Standing)}
        unknown = {key: value for key, value in entries.get(slug, {}).items() if key not in known}
        entries[slug] = {key: _short(value) for key, value in msgspec.to_builtins(standing).items()} | unknown
        if last:
            raw["last"] = slug
    return standing


def record(workspace: Workspace, slug: str, report: Report) -> Standing:
    """Keep what a report says of the learner's own file, and return the standing. Raises ProgressError.

    A grade that is the grader's own fault counts for nothing.
    """
    statuses = {result.status for result in report.results}
    if "error" in statuses:
        return read(workspace).of(slug)
    code = report.diagnostics[0].code if report.diagnostics else ""
    score, max_score, passed = report.score, report.max_score, statuses == {"passed"}
    return change(
        workspace,
        slug,
        lambda standing: graded(standing, score=score, max_score=max_score, passed=passed, code=code),
        last=True,
    )


def hand_out(workspace: Workspace, fingerprints: dict[str, str]) -> None:
    """Keep what the course that is installed has put where. Raises ProgressError as `change` does."""
    with _changing(workspace) as raw:
        raw["asyncgrade"] |= _mark(workspace)
        raw["handed_out"] = dict(sorted((raw.get("handed_out", {}) | fingerprints).items()))


def _short(value: object) -> object:
    """Write whole points as people do: 12, not 12.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@contextmanager
def _changing(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Hand out what the file says, with nobody else changing it, and write it if that went well."""
    from filelock import FileLock, Timeout  # it takes as long to load as everything else together

    place = workspace.progress_file
    try:
        with FileLock(hidden(workspace.folder) / "progress.lock", timeout=PATIENCE):
            raw = _raw(workspace)
            _typed(workspace, raw)
            yield raw
            for left in workspace.folder.glob(f".{PROGRESS}.*"):  # by a command that was killed as it wrote
                left.unlink(missing_ok=True)
            _write(workspace, raw)
    except Timeout as error:
        raise ProgressError(
            f"{place} was not changed: another `grade` is writing it; call it again when that has ended"
        ) from error
    except (OSError, NotImplementedError) as error:
        why = getattr(error, "strerror", "") or error
        raise ProgressError(f"{place} was not changed ({why}): what was done now is not counted") from error


def _raw(workspace: Workspace) -> dict[str, Any]:
    try:
        with workspace.progress_file.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _unusable(workspace, f"it is larger than {MAX_BYTES // 1024} KiB")
        found = json.loads(data.decode("utf-8"))
    except OSError as error:
        raise ProgressError(f"{workspace.progress_file} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:  # neither UTF-8 nor JSON, or JSON without end
        raise _unusable(workspace, str(error)) from error
    if not isinstance(found, dict):
        raise _unusable(workspace, f"an object was expected, not {json.dumps(found)[:20]}")
    return found


def _typed(workspace: Workspace, raw: dict[str, Any]) -> Progress:
    try:
        found = msgspec.convert(raw, Progress)
    except msgspec.ValidationError as error:
        raise _unusable(workspace, str(error).replace("$.", "").replace("[...]", "")) from error
    if found.asyncgrade.schema > SCHEMA:
        raise ProgressError(f"{workspace.progress_file} is of a newer asyncgrade: `pip install -U asyncgrade` reads it")
    return found


def _unusable(workspace: Workspace, why: str) -> ProgressError:
    return ProgressError(
        f"{workspace.progress_file} is not as it must be ({why}): mend it, or move it away and call "
        f"`grade init {workspace.folder}`, which begins a new one"
    )


def _mark(workspace: Workspace) -> dict[str, Any]:
    return {"schema": SCHEMA, "course": workspace.course.title, "version": workspace.course.version}


def _write(workspace: Workspace, raw: dict[str, Any]) -> None:
    course = workspace.course
    entries: dict[str, Any] = raw.get("exercises", {})
    order = [*course.exercises, *(slug for slug in entries if slug not in course.exercises)]
    first = {
        "asyncgrade": raw["asyncgrade"],
        **({"last": raw["last"]} if "last" in raw else {}),
        "exercises": {slug: entries[slug] for slug in order if slug in entries},
    }
    text = json.dumps(first | {key: raw[key] for key in raw if key not in first}, indent=2, ensure_ascii=False)
    replace(workspace.progress_file, f"{text}\n".encode())
