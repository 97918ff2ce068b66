"""What a task waits for, in the words of the program: `asyncio.sleep(1)`, `Lock.acquire()`, `asyncio.gather(…)`."""

from __future__ import annotations

import asyncio
import types
from typing import TYPE_CHECKING, Any

from .frames import listed, short
from .tasks import has_begun

if TYPE_CHECKING:
    from .recorder import Recorder

NOBODY: list[int] = []
"""Tasks that are waited for, where there are none; never changed."""


def awaited(
    recorder: Recorder, task: Any, call: types.FrameType | None, library: types.FrameType | None
) -> tuple[str, list[int]]:
    """Return what a task waits for, by name, and the numbers of the tasks among it.

    `call`: its innermost one; `library`: the library's function that this one awaits, if any.
    """
    if call is not None and recorder.frames.known(call.f_code).is_service:
        return "its answer", NOBODY
    if library is not None:
        code = recorder.frames.known(library.f_code)
        if not (code.has_self or code.timed or code.has_fs):
            return f"asyncio.{code.name}()", NOBODY
        values = library.f_locals
        if code.timed and "delay" in values:
            return f"asyncio.{code.name}({short(values['delay'])})", NOBODY
        owner = values.get("self")
        if isinstance(owner, asyncio.TaskGroup):
            tasks = [child for child in list(owner._tasks) if child is not task]
            return "the tasks of the TaskGroup", _numbers(recorder, tasks)
        if owner is not None:
            method = "acquire" if code.name == "__aenter__" else code.name
            return f"{type(owner).__name__}.{method}()", NOBODY
        fs = values.get("fs")
        return f"asyncio.{code.name}()", _numbers(recorder, fs if isinstance(fs, set | list) else [])
    future = task._fut_waiter
    if isinstance(future, asyncio.Task):
        number = recorder.roster.number_of(future)
        return recorder.roster.name_of(number), [number] if number else []
    children = getattr(future, "_children", None)
    if children is not None:
        numbers = _numbers(recorder, children)
        return f"asyncio.gather({listed([*map(recorder.roster.short_name_of, numbers)])})", numbers
    if future is not None:
        return "a future", NOBODY
    return "the event loop's next turn" if has_begun(task) else "its first turn", NOBODY


def _numbers(recorder: Recorder, tasks: Any) -> list[int]:
    return sorted(
        number for task in tasks if isinstance(task, asyncio.Task) and (number := recorder.roster.number_of(task))
    )
