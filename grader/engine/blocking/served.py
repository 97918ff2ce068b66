"""Files in `data/` that the judge serves: what is in them comes when the judge says, and not before.

In their place lie files of the same length in which nothing stands. Whoever opens one first, in whichever thread, asks
the judge and waits; who opens it meanwhile waits, too. From then on it is a file like any other.
"""

from __future__ import annotations

import os
from typing import Any

from ..services import Services
from ..values import decode
from ..virtual.turns import Turn, Turns

SERVICE = "data.open"
"""The name under which the judge is asked, with a file's path from `data/`."""
FOLDER = "data"


class _File:
    """A file that the judge serves."""

    __slots__ = ("asked", "descriptor", "error", "line", "name", "there")

    def __init__(self, name: str, descriptor: int) -> None:
        self.name = name
        self.descriptor = descriptor
        self.asked = self.there = False
        self.error: Exception | None = None
        self.line: list[Turn] = []


class ServedFiles:
    """The files that the judge serves."""

    def __init__(self, turns: Turns, services: Services) -> None:
        self._turns = turns
        self._services = services
        self._files: dict[str, _File] = {}
        """By path."""

    def lay_out(self, folder: str) -> None:
        """Serve all files in the folder's `data/`; to be called before opening is watched."""
        top = os.path.join(os.path.abspath(folder), FOLDER)
        for inner, _, names in os.walk(top):
            for name in names:
                path = os.path.join(inner, name)
                own = os.path.relpath(path, top).replace(os.sep, "/")
                self._files[path] = _File(own, os.open(path, os.O_WRONLY))

    def fetch(self, path: Any) -> None:
        """Wait for what is in a file that is about to be opened. Raises what the judge says that opening it raises."""
        if not self._files or type(path) is int or not self._turns.takes_part():
            return
        file = self._files.get(os.path.abspath(os.fsdecode(path)))
        if file is None:
            return
        if not file.there:
            self._wait(file)
        if file.error is not None:
            raise file.error

    def _wait(self, file: _File) -> None:
        if not file.asked:
            file.asked = True
            self._services.ask(SERVICE, [file.name], lambda how, value, _: self._come(file, how, decode(value)))
        if self._turns.in_main():
            self._turns.wait(None, lambda: file.there)
            return
        file.line.append(self._turns.mine())
        while not file.there:
            self._turns.park(None)

    def _come(self, file: _File, how: str, value: Any) -> None:
        file.there = True
        if how == "returned":
            os.pwrite(file.descriptor, value, 0)
        else:
            file.error = value
        for turn in file.line:
            self._turns.wake(turn)
