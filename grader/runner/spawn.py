"""Runners started one by one: for platforms without `fork`. Slower, and nothing else differs."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from tempfile import gettempdir
from typing import IO, Final

from .installed import NOTHING, Allowed
from .process import LAST_WORDS, Source, same_addresses
from .zygote import SAME, START


class Spawner:
    """Starts a Python for each run."""

    name: Final = "spawn"

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
        self._python = python
        self._settings = json.dumps(
            {"packages": allowed, "confined": confined, "shelf": gettempdir(), "real_time": real_time}
        )
        self._environment = dict(environment)
        if sys.platform == "win32":
            self._environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]

    @property
    def version(self) -> str:
        """Version of the Python that runs submissions."""
        if self._python == sys.executable:
            return platform.python_version()
        code = "import platform; print(platform.python_version())"
        done = subprocess.run([self._python, "-c", code], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def start(self) -> SpawnedProcess:
        """Start a runner."""
        up, up_write = os.pipe()
        handle = up_write
        if sys.platform == "win32":
            import msvcrt

            handle = msvcrt.get_osfhandle(up_write)
            os.set_handle_inheritable(handle, True)
        try:
            with same_addresses():
                process = subprocess.Popen(
                    [self._python, "-s", "-S", "-P", str(START), "spawned", str(handle), self._settings],
                    env=self._environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    pass_fds=() if sys.platform == "win32" else (up_write,),
                    close_fds=sys.platform != "win32",
                    start_new_session=hasattr(os, "setsid"),
                )
        finally:
            os.close(up_write)
        return SpawnedProcess(process, os.fdopen(up, "rb", buffering=0))

    def close(self) -> None:
        """Nothing is kept between runs."""


class SpawnedProcess:
    """A runner in a process of its own. Threads read its pipes, since no platform's `select` takes all of them."""

    def __init__(self, process: subprocess.Popen[bytes], up: IO[bytes]) -> None:
        self._process = process
        self._chunks: queue.SimpleQueue[tuple[Source, bytes]] = queue.SimpleQueue()
        assert process.stdout is not None
        assert process.stderr is not None
        streams: list[tuple[Source, IO[bytes]]] = [("up", up), ("out", process.stdout), ("err", process.stderr)]
        self._readers = [threading.Thread(target=self._read, args=stream, daemon=True) for stream in streams]
        self._left = False
        self._commands: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._helpers = [threading.Thread(target=target, daemon=True) for target in (self._wait, self._write)]
        for thread in (*self._readers, *self._helpers):
            thread.start()

    def _read(self, source: Source, stream: IO[bytes]) -> None:
        with stream:
            while data := os.read(stream.fileno(), 1 << 16):
                self._chunks.put((source, data))

    def _wait(self) -> None:
        status = self._process.wait()
        self._end_group()
        deadline = time.monotonic() + LAST_WORDS
        for reader in self._readers:
            reader.join(max(deadline - time.monotonic(), 0))
        self._left = self._readers[0].is_alive()
        self._chunks.put(("status", b"left" if self._left else f"end {status}".encode()))

    def _write(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError), self._process.stdin as down:
            while data := self._commands.get():
                down.write(data)
                down.flush()

    @property
    def pid(self) -> int | None:
        """The runner's number."""
        return self._process.pid

    def send(self, data: bytes) -> None:
        """Send a frame down; a thread writes it."""
        self._commands.put(data)

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Wait for something to read."""
        try:
            return [self._chunks.get(timeout=timeout)]
        except queue.Empty:
            return []

    def _end_group(self) -> None:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def interrupt(self) -> None:
        """Pass Ctrl-C on to the runner."""
        self._process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End the runner and its group, and wait until it is reaped."""
        if self._process.poll() is None:
            self._end_group()
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """Let go of the pipes; a reader whose pipe something holds that outlived the runner waits on."""
        self._commands.put(b"")
        for helper in self._helpers:
            helper.join()
        if not self._left:
            for reader in self._readers:
                reader.join(LAST_WORDS)
