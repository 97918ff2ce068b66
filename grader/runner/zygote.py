"""Runners forked from a warm process: a few milliseconds each. Where there is `fork` and Unix sockets."""

from __future__ import annotations

import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from grader.errors import GraderError

from .process import Source

START = Path(__file__).parents[1] / "engine" / "__main__.py"
"""The engine's start-up: run by its path, never imported here."""


class Zygote:
    """A warm process of the engine, from its start to `close`."""

    def __init__(self, python: str = sys.executable, hash_seed: int = 0) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [python, "-s", "-S", "-P", str(START), "zygote", str(theirs.fileno())],
                env={"PYTHONHASHSEED": str(hash_seed)},
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


class ForkedProcess:
    """A runner forked by the zygote."""

    def __init__(self, down: int, sources: dict[Source, int]) -> None:
        self._down = down
        self._selector = selectors.DefaultSelector()
        for source, descriptor in sources.items():
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ, source)
        self._pid: int | None = None
        self._ended = False
        self._word = b""

    def send(self, data: bytes) -> None:
        """Send a frame down."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._down, view) :]
        except BrokenPipeError:
            return

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Wait for something to read; once the runner has ended, all that is left of its output comes with its status."""
        found: list[tuple[Source, bytes]] = []
        status: bytes | None = None
        for key, _ in self._selector.select(timeout):
            if key.data == "status":
                status = self._read_status(key.fd)
            else:
                found += self._drain(key.data, key.fd)
        if status is None:
            return found
        for key in list(self._selector.get_map().values()):
            if key.data != "status":
                found += self._drain(key.data, key.fd)
        return [*found, ("status", status)]

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

    def _read_status(self, descriptor: int) -> bytes | None:
        data = os.read(descriptor, 4096)
        self._word += data
        for line in self._word.split(b"\n"):
            word, _, number = line.partition(b" ")
            if word == b"start" and number:
                self._pid = int(number)
            elif word == b"end" and number:
                self._ended = True
                return line
        if not data:
            raise GraderError("the process that starts runners is gone")
        return None

    def kill(self) -> None:
        """End the runner and its group."""
        if self._pid is not None and not self._ended:
            try:
                os.killpg(self._pid, signal.SIGKILL)
            except ProcessLookupError:
                return

    def close(self) -> None:
        """Let go of the pipes."""
        os.close(self._down)
        for key in list(self._selector.get_map().values()):
            os.close(key.fd)
        self._selector.close()
