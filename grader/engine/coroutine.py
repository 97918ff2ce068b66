"""What is run for an exercise: a coroutine of the learner's file, or a scenario's that gets the file as a module.

The file is loaded first, which is no part of the run; time begins when the coroutine is called.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
import types
from collections.abc import Callable
from functools import partial
from typing import Any

from .loader import Files, Wrap
from .outcomes import Done
from .services import Services
from .unguarded import Unguarded
from .values import decode, safe_text
from .virtual.clock import SECOND


class Coroutine:
    """The target of a job, from loading its file to closing its loop."""

    def __init__(self, job: dict[str, Any], services: Services, unguarded: Unguarded) -> None:
        self._job = job
        self._services = services
        self._unguarded = unguarded
        self._main_file: str = job["main_file"]
        self._runner: asyncio.Runner | None = None
        self.status = 0
        self.is_cancelled = False
        """Whether it was cancelled, as the job says."""

    def load(self) -> None:
        """Load the file, and the scenario where there is one. Raises Done for what cannot be started."""
        replace: dict[str, dict[str, Wrap]] = {}
        own = self._main_file.removesuffix(".py")
        for name in self._job["replace"]:
            module, _, attribute = name.rpartition(".")
            replace.setdefault(module or own, {})[attribute] = partial(self._services.make, name)
        files = Files(self._job["files"], replace)
        files.install()
        try:
            self._module = self._load_file(files)
            for name in replace.get(own, {}):
                if not hasattr(self._module, name):
                    raise Done.rejected("missing-function", f"`{name}` is not defined", name)
            if self._job["target"].startswith("scenario:"):
                self._scenario = files.load("scenario.py")
        except SyntaxError as error:
            place = [error.filename, error.lineno] if error.filename == self._main_file and error.lineno else None
            raise Done.rejected("syntax-error", str(error.msg), "", place) from None

    def _load_file(self, files: Files) -> types.ModuleType:
        """Load the file without what it runs of the exercise; once more with it, if its other lines fail without."""
        with self._unguarded:
            try:
                return files.load(self._main_file)
            except SystemExit:  # `sys.exit(asyncio.run(main()))`
                if not self._unguarded.left_out:
                    raise
                return sys.modules[self._main_file.removesuffix(".py")]
            except Exception:
                if not self._unguarded.left_out:
                    raise
        return files.load(self._main_file)

    def run(self, new_loop: Callable[[], Any]) -> Any:
        """Run the coroutine; return what it returned."""
        target = self._target()
        if self._job["cancel_ns"] is not None:
            target = partial(self._to_be_cancelled, target, self._job["cancel_ns"] / SECOND)
        self._runner = asyncio.Runner(loop_factory=new_loop)
        return self._runner.run(target())

    async def _to_be_cancelled(self, target: Callable[[], Any], seconds: float) -> Any:
        task = asyncio.current_task()

        def cancel() -> None:
            if task is not None and not task.done():
                self.is_cancelled = True
                task.cancel()

        asyncio.get_running_loop().call_later(seconds, cancel)
        return await target()

    def finish(self, on_end: Callable[[], None], wait_for_threads: Callable[[], None]) -> None:
        """End what the coroutine left, as `asyncio.run` does: it has ended already."""
        on_end()
        if self._runner is not None:
            self._runner.close()
        wait_for_threads()

    def _target(self) -> Callable[[], Any]:
        name: str = self._job["target"]
        arguments = [decode(argument) for argument in self._job["arguments"]]
        if name.startswith("scenario:"):
            return lambda: getattr(self._scenario, name.removeprefix("scenario:"))(self._module, *arguments)
        function = getattr(self._module, name, None)
        if function is None:
            raise Done.rejected("missing-function", f"`{name}` is not defined", name)
        if not callable(function):
            raise Done.rejected("missing-function", f"`{name}` is no function but {_kind(function)}", name)
        try:
            inspect.signature(function).bind(*arguments)
        except TypeError as error:
            raise Done.rejected("wrong-signature", f"`{name}` {_call_error(error, len(arguments))}", name) from None
        except ValueError:
            pass
        if name == "main":
            coroutine = function(*arguments)
            if not inspect.iscoroutine(coroutine):
                raise Done.rejected("not-a-coroutine", f"`{name}` gave {_kind(coroutine)}, no coroutine", name)
            return lambda: coroutine

        async def call() -> Any:
            awaitable = function(*arguments)
            if not inspect.isawaitable(awaitable):
                raise Done.rejected("not-a-coroutine", f"`{name}` gave {_kind(awaitable)}, no awaitable", name)
            return await awaitable

        return call


def _kind(value: object) -> str:
    return "None" if value is None else f"a value of type {type(value).__name__}"


def _call_error(error: TypeError, count: int) -> str:
    return f"cannot be called with {count} argument{'' if count == 1 else 's'}: {safe_text(error)}"
