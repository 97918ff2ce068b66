"""Runners started one by one: for platforms without `fork`. Slower, and nothing else differs."""

from __future__ import annotations

import contextlib
import os
import platform
import queue
import subprocess
import sys
import threading
from typing import IO

from .process import Source
from .zygote import START


class Spawner:
    """Starts a Python for each run."""

    def __init__(self, python: str = sys.executable, hash_seed: int = 0) -> None:
        self._python = python
        self._environment = {"PYTHONHASHSEED": str(hash_seed)}
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
        os.set_inheritable(up_write, True)
        handle = up_write
        if sys.platform == "win32":
            import msvcrt

            handle = msvcrt.get_osfhandle(up_write)
            os.set_handle_inheritable(handle, True)
        try:
            process = subprocess.Popen(
                [self._python, "-s", "-S", "-P", str(START), "spawned", str(handle)],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                close_fds=False,
                start_new_session=sys.platform != "win32",
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
        for reader in self._readers:
            reader.start()
        threading.Thread(target=self._wait, daemon=True).start()

    def _read(self, source: Source, stream: IO[bytes]) -> None:
        with stream:
            while data := os.read(stream.fileno(), 1 << 16):
                self._chunks.put((source, data))

    def _wait(self) -> None:
        status = self._process.wait()
        self._end_group()
        for reader in self._readers:
            reader.join()
        self._chunks.put(("status", f"end {status}".encode()))

    def send(self, data: bytes) -> None:
        """Send a frame down."""
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError, OSError):
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Wait for something to read."""
        try:
            return [self._chunks.get(timeout=timeout)]
        except queue.Empty:
            return []

    def _end_group(self) -> None:
        if sys.platform != "win32":
            import signal

            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def kill(self) -> None:
        """End the runner and its group."""
        self._end_group()
        self._process.kill()

    def close(self) -> None:
        """Let go of the pipe down; the readers let go of theirs when they end."""
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError, OSError):
            self._process.stdin.close()
        self._process.wait()
