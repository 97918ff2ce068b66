"""The child's end of the channel: frames up to the judge, replies down.

A frame is four bytes of length, big-endian, and that much JSON. Up goes an array of messages, each an array whose first
item names it: the events of `grader.model`, and

    ["ask", time, request, service, arguments, keywords, call]   a service was called
    ["give-up", time, request]                                    the caller of a service was cancelled
    ["wait", time, until]                                         the clock goes on to `until`: nothing is due before
    ["loaded"]                                                    the file was loaded; the clock is to start at 0
    ["idle", time, target]                                        nothing to do before `target` (null: ever)
    ["result", time, value, outcome]                              the end (both tagged values); nothing may follow
    ["next"]                                                      but this, where the job shares its process

A time is the judge's, as `wait` and the answers to `idle` have set it; nothing else moves it.

Down comes, as an answer to `idle`, ["advance", now, horizon, [[request, how, value], …]]: the clock is `now`, may run
freely to `horizon`, and these requests are answered. The answer to `loaded` is ["go"]: what was written to standard
output until then has been taken, and is no part of the run. The answer to `next` is the next job.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import groupby
from typing import Any

MAX_PENDING = 512
"""Messages that are kept back: writing many at once costs half of what writing each costs."""
MAX_BODY = 2**20
"""Bytes in a frame of several messages; the judge takes no frame that is larger than 8 MiB."""


class Channel:
    """Frames on two file descriptors. Events are buffered, and go up with the next message that matters."""

    def __init__(self, down: int = -1, up: int = -1) -> None:
        self._down = down
        self._up = up
        self.pending: list[str | list[Any]] = []
        """Messages that were not sent yet, as JSON or still to be encoded: those must not be changed any more."""
        self._sending = False
        self._asking = False
        self._silent = False
        self._interrupt: Callable[[], None] | None = None
        self._write = os.write
        self._read = os.read
        self._dumps = json.JSONEncoder(ensure_ascii=True, check_circular=False, separators=(",", ":")).encode

    def open(self, down: int, up: int) -> None:
        """Take the descriptors, where they were not there from the start."""
        self._down, self._up = down, up

    def post(self, message: str | list[Any]) -> None:
        """Send a message, or one that is JSON already, with the next one that matters."""
        self.pending.append(message)
        if len(self.pending) >= MAX_PENDING:
            self.flush()

    def flush(self) -> None:
        """Send what is pending, as one frame where it fits into one."""
        if not self.pending:
            return
        self._sending = True
        messages = self.pending.copy()
        self.pending.clear()
        if not self._silent:
            self._send(messages)
        self._sending = False
        if self._interrupt is not None:
            action, self._interrupt = self._interrupt, None
            action()

    def _send(self, messages: list[str | list[Any]]) -> None:
        parts: list[str] = []
        for kind, some in groupby(messages, type):
            if kind is str:
                parts += some  # type: ignore[arg-type]
            else:
                parts.append(self._dumps([*some])[1:-1])
        body = f"[{','.join(parts)}]".encode("ascii")
        if len(body) > MAX_BODY and len(messages) > 1:
            half = len(messages) // 2
            self._send(messages[:half])
            self._send(messages[half:])
            return
        view = memoryview(len(body).to_bytes(4, "big") + body)
        while view:
            view = view[self._write(self._up, view) :]

    def between_frames(self, action: Callable[[], None]) -> None:
        """Call `action` now, or, in the midst of a frame, after it: for signal handlers, which may come at any time."""
        if self._sending:
            self._interrupt = action
        else:
            action()

    def is_talking(self) -> bool:
        """Whether a frame is on its way, up or down, for which the judge may take its time."""
        return self._sending or self._asking

    def silence(self) -> None:
        """Send nothing any more: this process is a copy, and only one may speak."""
        self._silent = True
        self.pending.clear()

    def speak(self) -> None:
        """Send again, after `close_with`: what was said meanwhile is gone."""
        self.pending.clear()
        self._silent = False

    def close_with(self, message: list[Any]) -> None:
        """Send the last message: what a thread has to say that goes on meanwhile is not sent any more."""
        last = [*self.pending, message]
        self.silence()
        self._send(last)

    def ask(self, message: list[Any]) -> list[Any]:
        """Send a message with all that is buffered, and wait for the judge's answer. EOFError: the judge is gone."""
        self._asking = True
        self.post(message)
        self.flush()
        answer = self.receive()
        self._asking = False
        return answer

    def receive(self) -> list[Any]:
        """Wait for a frame from the judge. EOFError: the judge is gone."""
        size = int.from_bytes(self._exactly(4), "big")
        data: list[Any] = json.loads(self._exactly(size))
        return data

    def _exactly(self, size: int) -> bytes:
        parts = []
        while size:
            part = self._read(self._down, size)
            if not part:
                raise EOFError("the judge closed the channel")
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
