"""Which isolation is in force: what a confined process could still do is tried, and the tier follows from that.

Nothing is assumed of the system. A runner like those of submissions confines itself as they do, and tries everything in
the engine's `confine/probe.py` on what is laid out for it here; what it reached is looked at afterwards.
"""

from __future__ import annotations

import os
import secrets
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from grader.errors import GraderError, IsolationError
from grader.model import Limits, Permission, Prohibition, Tier

from .channel import Frames, Probed, ProtocolError, Ready, frame
from .start import Backend

TIERS: tuple[Tier, ...] = ("none", "limited", "bounded", "fenced", "sealed")
"""From the weakest to the strongest."""

HIGHEST: dict[str, Tier] = {"linux": "sealed", "darwin": "fenced", "win32": "bounded"}
"""Platform → the strongest tier that it has; others have none."""

MEANINGS: dict[Tier, str] = {
    "sealed": "a program reaches nothing but its own memory, Python's library and its own folder",
    "fenced": "a program reaches no other file, program or network (untested)",
    "bounded": "a program is bounded in memory, time and processes; it can read and write files (untested)",
    "limited": "some of what a program must not reach is within its reach",
    "none": "a program can do whatever the user can do who grades",
}

_OF_PROCESSES = ("start a process", "start a program")
"""What an exercise allows that allows processes."""
_SHARED_FILE = "write a file in shared memory"
"""Where it is a folder of the program's own, only the judge can tell."""
_FENCES = ("read a file", "write a file", "connect by TCP", "start a process", "start a program")
"""What is refused at least where a program is fenced."""

_PR_SET_DUMPABLE = 4
"""From linux/prctl.h."""

_SECONDS = 10.0
"""How long the probe may take."""


@dataclass(frozen=True)
class Isolation:
    """What is in force, and how that was found out."""

    tier: Tier
    probes: dict[str, str]
    """What was tried → why it was refused; empty: it was possible."""

    @property
    def possible(self) -> list[str]:
        """What was possible."""
        return [name for name, refusal in self.probes.items() if not refusal]


def probe(backend: Backend, *, allows: Sequence[Permission] = (), forbids: Sequence[Prohibition] = ()) -> Isolation:
    """Find out how runners of a backend are isolated. Raises GraderError where they cannot confine themselves."""
    with _laid_out() as targets:
        refused = _outcomes(backend, targets.data, allows, forbids)
        reached = dict.fromkeys(targets.reached(), "")
    if not refused[_SHARED_FILE]:
        refused[_SHARED_FILE] = "in memory of its own"
    refused |= reached
    allowed = _OF_PROCESSES if "subprocesses" in allows else ()
    if not backend.confined:
        return Isolation("none", refused)
    return Isolation(_tier({name: refusal for name, refusal in refused.items() if name not in allowed}), refused)


def demand(isolation: Isolation, tier: Tier) -> None:
    """Raise IsolationError where less is in force than is asked for."""
    if TIERS.index(isolation.tier) >= TIERS.index(tier):
        return
    possible = isolation.possible
    more = f": a program could {', '.join(possible[:3])}{' …' if len(possible) > 3 else ''}" if possible else ""
    raise IsolationError(
        f"isolation {tier!r} is required, and {isolation.tier!r} is all there is{more}. "
        "Nothing was graded; `grade doctor` shows every probe."
    )


def hide_memory() -> None:
    """Keep other processes of the same user from reading this one's memory. Linux only; root is not kept."""
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _tier(refused: dict[str, str]) -> Tier:
    highest = HIGHEST.get(sys.platform, "none")
    if highest in ("none", "bounded") or all(refused.values()):
        return highest
    if highest == "fenced" and all(refused.get(name) for name in _FENCES):
        return highest
    return "limited"


def _outcomes(
    backend: Backend, targets: dict[str, Any], allows: Sequence[Permission], forbids: Sequence[Prohibition]
) -> dict[str, str]:
    process = backend.start()
    frames = Frames()
    found: dict[str, str] | None = None
    said = b""
    try:
        job = {"probe": targets, "folder": "", "allows": list(allows), "forbids": list(forbids)}
        process.send(frame([job | {"limits": msgspec.to_builtins(Limits())}]))
        deadline = time.monotonic() + _SECONDS
        ended = False
        while not ended and time.monotonic() < deadline:
            for source, data in process.read(0.1):
                ended = ended or source == "status"
                said += data if source == "err" else b""
                for message in frames.feed(data) if source == "up" else ():
                    match message:
                        case Probed():
                            found = message.outcomes
                        case Ready():
                            pass
                        case _:
                            raise ProtocolError("a word that is no answer to a probe")
    except ProtocolError as error:
        raise GraderError(f"the isolation cannot be probed: {error}") from error
    finally:
        process.kill()
        process.close()
    if found is None:
        last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise GraderError(f"a runner could not confine itself: {last or 'it ended without a word'}")
    return found


class _Targets:
    """What there is to reach: a secret in a folder, listeners, shared memory; and what was reached."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._secret = folder / "secret"
        self._secret.write_text(secrets.token_hex(16))
        self._secret.chmod(0o644)
        self._before = self._secret.stat()
        self._shared = Path("/dev/shm", f"probe-{secrets.token_hex(8)}")
        self._stack = stack
        abstract = f"probe-{secrets.token_hex(8)}"
        self._udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self._udp.bind(("127.0.0.1", 0))
        self._udp.setblocking(False)
        self._listeners = {"connect by TCP": self._listener(socket.AF_INET, ("127.0.0.1", 0))}
        if hasattr(socket, "AF_UNIX"):
            self._listeners["connect to a Unix socket"] = self._listener(socket.AF_UNIX, str(folder / "socket"))
        if sys.platform == "linux":
            self._listeners["connect to an abstract Unix socket"] = self._listener(socket.AF_UNIX, f"\0{abstract}")
        self.data: dict[str, Any] = {
            "secret": str(self._secret),
            "folder": str(folder),
            "shared": str(self._shared) if self._shared.parent.is_dir() else "",
            "tcp": self._listeners["connect by TCP"].getsockname()[1],
            "udp": self._udp.getsockname()[1],
            "unix": str(folder / "socket"),
            "abstract": abstract if sys.platform == "linux" else "",
            "judge": os.getpid(),
        }
        """What a runner is told of it."""

    def _listener(self, family: int, address: Any) -> socket.socket:
        made = self._stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        made.bind(address)
        made.listen()
        made.setblocking(False)
        return made

    def reached(self) -> Iterator[str]:
        """Yield what was reached, as can be seen from here."""
        now = self._secret.stat()
        for name, is_so in (
            *((name, _came(lambda made: made.accept()[0].close(), made)) for name, made in self._listeners.items()),
            ("send by UDP", _came(lambda made: made.recv(16), self._udp)),
            ("change a file's mode", now.st_mode != self._before.st_mode),
            ("change a file's times", now.st_mtime_ns != self._before.st_mtime_ns),
            ("write a file", (self._folder / "written").exists()),
            ("write a file in shared memory", self._shared.exists()),
        ):
            if is_so:
                yield name


@contextmanager
def _laid_out() -> Iterator[_Targets]:
    with ExitStack() as stack:
        targets = _Targets(Path(stack.enter_context(TemporaryDirectory(prefix="probe-"))), stack)
        if targets.data["shared"]:
            stack.callback(Path(targets.data["shared"]).unlink, missing_ok=True)
        yield targets


def _came(look: Callable[[socket.socket], object], made: socket.socket) -> bool:
    try:
        look(made)
    except OSError:
        return False
    return True
