"""Runners forked from a warm process: a few milliseconds each. Where there is `fork` and Unix sockets."""

from __future__ import annotations

import contextlib
import json
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import gettempdir
from types import MappingProxyType
from typing import Final

from grader.errors import GraderError

from .installed import NOTHING, Allowed
from .process import LAST_WORDS, Source, same_addresses

START = Path(__file__).parents[1] / "engine" / "__main__.py"
"""The engine's start-up: run by its path, never imported here."""

SAME: Final = MappingProxyType({"PYTHONHASHSEED": "0"})
"""Variables of a process in which everything is the same every time."""

ANSWER = 10.0
"""Seconds that the zygote may take to say that a runner has started or ended."""


class Zygote:
    """A warm process of the engine, from its start to `close`."""

    name: Final = "fork"

    def __init__(
        self,
        python: str = sys.executable,
        environment: Mapping[str, str] = SAME,
        allowed: Allowed = NOTHING,
        *,
        confined: bool = True,
        real_time: bool = False,
    ) -> None:
        self.confined = confined
        settings = json.dumps(
            {"packages": allowed, "confined": confined, "shelf": gettempdir(), "real_time": real_time}
        )
        ours, theirs = socket.socketpair()
        with theirs, same_addresses():
            self._process = subprocess.Popen(
                [python, "-s", "-S", "-P", str(START), "zygote", str(theirs.fileno()), settings],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._control = ours
        self._lock = threading.Lock()
        self._version = ""

    @property
    def version(self) -> str:
        """Version of the Python that runs submissions; waits until the zygote is ready."""
        if not self._version:
            word = self._control.recv(64).decode()
            if not word.startswith("ready "):
                raise GraderError("the process that starts runners did not start")
            self._version = word.split()[1]
        return self._version

    def start(self) -> ForkedProcess:
        """Start a runner."""
        with self._lock:
            assert self.version
            pipes = [os.pipe() for _ in range(5)]
            (down_read, down), (up, up_write), (out, out_write), (err, err_write), (status, status_write) = pipes
            theirs = [down_read, up_write, out_write, err_write, status_write]
            try:
                socket.send_fds(self._control, [b"r"], theirs)
            except OSError as error:
                raise GraderError("the process that starts runners is gone") from error
            finally:
                for descriptor in theirs:
                    os.close(descriptor)
        return ForkedProcess(down, {"up": up, "out": out, "err": err, "status": status})

    def close(self) -> None:
        """End the zygote and every runner."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_STREAMS = ("up", "out", "err")


class ForkedProcess:
    """A runner forked by the zygote."""

    def __init__(self, down: int, sources: dict[Source, int]) -> None:
        self._down = down
        self._outgoing = bytearray()
        self._status = sources["status"]
        self._selector = selectors.DefaultSelector()
        os.set_blocking(down, False)
        for source, descriptor in sources.items():
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ, source)
        self._pid: int | None = None
        self._ended: bytes | None = None
        self._words = b""

    @property
    def pid(self) -> int | None:
        """The runner's number, once the zygote has told it."""
        return self._pid

    def send(self, data: bytes) -> None:
        """Send a frame down; what does not fit into the pipe goes when there is room."""
        if not self._outgoing:
            self._selector.register(self._down, selectors.EVENT_WRITE, "down")
        self._outgoing += data
        self._write()

    def _write(self) -> None:
        try:
            del self._outgoing[: os.write(self._down, self._outgoing)]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._outgoing.clear()
        if not self._outgoing:
            self._selector.unregister(self._down)

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Wait for something to read; once the runner has ended, what is left of its output comes with its status."""
        found: list[tuple[Source, bytes]] = []
        for key, _ in self._selector.select(timeout):
            if key.data == "down":
                self._write()
            elif key.data == "status":
                self._read_words()
            else:
                found += self._drain(key.data, key.fd)
        if self._ended is None:
            return found
        return found + self._rest()

    def _rest(self) -> list[tuple[Source, bytes]]:
        found: list[tuple[Source, bytes]] = []
        deadline = time.monotonic() + LAST_WORDS
        while True:
            for key in list(self._selector.get_map().values()):
                if key.data in _STREAMS:
                    found += self._drain(key.data, key.fd)
            if all(key.data != "up" for key in self._selector.get_map().values()):
                return [*found, ("status", self._ended or b"")]
            if time.monotonic() > deadline:
                return [*found, ("status", b"left")]
            time.sleep(0.002)

    def _drain(self, source: Source, descriptor: int) -> list[tuple[Source, bytes]]:
        parts = []
        while True:
            try:
                data = os.read(descriptor, 1 << 16)
            except BlockingIOError:
                break
            if not data:
                self._selector.unregister(descriptor)
                os.close(descriptor)
                break
            parts.append(data)
            if len(parts) >= 64:
                break
        return [(source, b"".join(parts))] if parts else []

    def _read_words(self) -> None:
        data = os.read(self._status, 4096)
        self._words += data
        for line in self._words.splitlines():
            word, _, number = line.partition(b" ")
            if word == b"start":
                self._pid = int(number)
            else:
                self._ended = line
        if not data and self._ended is None:
            raise GraderError("the process that starts runners is gone")

    def interrupt(self) -> None:
        """Pass Ctrl-C on to the runner."""
        if self._pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGINT)

    def kill(self) -> None:
        """End the runner and its group, and wait until it is reaped."""
        poll = select.poll()
        poll.register(self._status, select.POLLIN)
        killed = False
        while self._ended is None:
            if self._pid is not None and not killed:
                killed = True
                _kill_group(self._pid)
            if not poll.poll(ANSWER * 1000):
                raise GraderError("the process that starts runners does not answer")
            try:
                self._read_words()
            except GraderError:  # it is gone, and nobody is left who could reap
                return

    def close(self) -> None:
        """Let go of the pipes."""
        for key in list(self._selector.get_map().values()):
            if key.data != "down":
                os.close(key.fd)
        os.close(self._down)
        self._selector.close()


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has no group of its own yet, so nothing but itself
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
