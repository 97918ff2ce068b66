"""What stands about a run for an attack to reach for: a course with a secret, a file, a neighbour, listeners.

A file of the corpus names these as `@WORD@`: an attacker is taken to know where everything is.
"""

import os
import secrets
import shutil
import socket
import stat
import subprocess
import threading
from pathlib import Path

from .people import Person

HERE = Path(__file__).parent
FOOTER = """

from given import fetch as _given_fetch


async def main():
    print(await fetch_all(_given_fetch, [1, 2, 3, 4, 5]))
"""
"""What every program of the corpus ends with."""


class Course:
    """The exercise with its solution and its naive graders, which all hold the secret."""

    def __init__(self, folder: Path) -> None:
        self.secret = f"canary-{secrets.token_hex(16)}"
        self.root = folder
        self.exercise = folder / "exercises" / "01_fetch_all"
        self.naive = folder / "naive"
        shutil.copytree(HERE / "exercise", self.exercise, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(HERE / "naive", self.naive, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(self.exercise / "given.py", self.naive)
        solutions = folder / "solutions" / "01_fetch_all"
        solutions.mkdir(parents=True)
        self.solution = (self.exercise / "solution.py").rename(solutions / "fetch_all.py")
        for path in folder.rglob("*.py"):
            path.write_text(path.read_text("utf-8").replace("@CANARY@", self.secret), "utf-8")


class Neighbour:
    """A process of the same user that minds its own business."""

    PROGRAM = (
        "import sys; kept = bytearray(sys.stdin.buffer.readline()); sys.stdout.write('here\\n'); sys.stdout.flush();"
        "sys.stdin.buffer.read(); sys.stdout.buffer.write(kept)"
    )

    def __init__(self, person: Person, secret: str) -> None:
        self._secret = f"{secret}\n".encode()
        as_user = {} if person.user is None else {"user": person.user, "group": person.user, "extra_groups": []}
        self._process = subprocess.Popen(
            [person.python, "-I", "-S", "-c", self.PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **as_user
        )
        self._process.stdin.write(self._secret)
        self._process.stdin.flush()
        assert self._process.stdout.readline() == b"here\n"
        self.pid = self._process.pid
        self._before = self._state()

    def _state(self) -> list[object]:
        status = Path(f"/proc/{self.pid}/limits").read_text()
        return [status, sorted(os.sched_getaffinity(self.pid)), os.getpriority(os.PRIO_PROCESS, self.pid)]

    def harm(self) -> list[str]:
        """Let it go; say what was done to it."""
        try:
            changed = self._process.poll() is None and self._state() != self._before
            kept, _ = self._process.communicate(timeout=10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            kept, _ = self._process.communicate()
            changed = True
        found = ["the neighbour may not use what it could before"] if changed else []
        if self._process.returncode:
            found.append(f"the neighbour ended with {self._process.returncode}")
        elif kept != self._secret:
            found.append("the neighbour's memory was changed")
        return found


class Listeners:
    """What must not be reached: TCP, UDP, and Unix sockets with a path and with a name."""

    def __init__(self, folder: Path, marker: str) -> None:
        self.reached: list[str] = []
        self._over = threading.Event()
        self._sockets: list[socket.socket] = []
        self.words = {
            "TCP": str(self._listen(socket.AF_INET, ("127.0.0.1", 0))[1]),
            "UDP": str(self._listen(socket.AF_INET, ("127.0.0.1", 0), socket.SOCK_DGRAM)[1]),
            "TCP6": str(self._listen(socket.AF_INET6, ("::1", 0))[1]) if _has_ipv6() else "0",
            "UNIX": str(self._listen(socket.AF_UNIX, str(folder / "stream"))),
            "DATAGRAM": str(self._listen(socket.AF_UNIX, str(folder / "datagram"), socket.SOCK_DGRAM)),
            "ABSTRACT": f"{marker}-abstract",
        }
        self._listen(socket.AF_UNIX, f"\0{marker}-abstract")
        for name in ("stream", "datagram"):
            (folder / name).chmod(0o777)

    def _listen(self, family: int, address: object, kind: int = socket.SOCK_STREAM) -> object:
        opened = socket.socket(family, kind)
        opened.bind(address)
        if kind == socket.SOCK_STREAM:
            opened.listen()
        opened.setblocking(False)
        self._sockets.append(opened)
        return opened.getsockname()

    def close(self) -> list[str]:
        """Look what came, and listen no more."""
        for opened in self._sockets:
            try:
                if opened.type == socket.SOCK_STREAM:
                    opened.accept()[0].close()
                else:
                    opened.recv(100)
                self.reached.append(f"{opened.family.name} {opened.type.name} {opened.getsockname()!r} was reached")
            except BlockingIOError:
                pass
            opened.close()
        return self.reached


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind(("::1", 0))
    except OSError:
        return False
    return True


class Surroundings:
    """All of that about one attack, in a folder of its own."""

    PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run/lock")
    """Where programs may leave files as a rule."""

    def __init__(self, folder: Path, course: Course, person: Person) -> None:
        self.course, self.person = course, person
        self.marker = f"marker-{secrets.token_hex(8)}"
        self.folder = person.owns(folder)
        self.submissions = person.owns(_made(folder / "submissions"))
        self.scratch = person.owns(_made(folder / "scratch"))
        self._kept = folder / "kept"
        self._kept.write_text(course.secret)
        self._kept.chmod(0o640)
        person.owns(self._kept)
        os.utime(self._kept, (10**9, 10**9))
        self._before = self._look()
        self.neighbour = Neighbour(person, course.secret)
        self.listeners = Listeners(folder, self.marker)
        self.words = {
            "MARKER": self.marker,
            "FILE": str(self._kept),
            "NEIGHBOUR": str(self.neighbour.pid),
            "COURSE": str(course.root),
            "PLACES": ":".join((str(self.submissions), str(self.scratch), *self.PLACES)),
            **self.listeners.words,
        }

    def write(self, source: Path | bytes, words: dict[str, str], name: str = "fetch_all.py") -> Path:
        """Write what is handed in: a program of the corpus, a folder with others beside it, or bytes as they are."""
        target = self.submissions / name
        if isinstance(source, bytes):
            target.write_bytes(source)
            self.person.owns(target)
            return target
        main = source / "fetch_all.py" if source.is_dir() else source
        for file in source.iterdir() if source.is_dir() else [source]:
            if file.is_file():
                text = file.read_text("utf-8") + (FOOTER if file == main else "")
                for word, value in {**self.words, **words}.items():
                    text = text.replace(f"@{word}@", value)
                place = target if file == main else self.submissions / file.name
                place.write_text(text, "utf-8")
                self.person.owns(place)
        return target

    def _look(self) -> tuple[object, ...]:
        seen = self._kept.stat()
        return stat.filemode(seen.st_mode), seen.st_mtime_ns, seen.st_nlink, os.listxattr(self._kept)

    def harm(self) -> list[str]:
        """Say what was done to the file and to the neighbour."""
        changed = self._look() != self._before or self._kept.read_text() != self.course.secret
        found = [f"the file was changed: {self._look()}"] if changed else []
        return found + self.neighbour.harm()

    def left(self) -> dict[str, int]:
        """Return the files that carry the marker, with their sizes, and remove them."""
        found = {}
        for place in self.words["PLACES"].split(":"):
            for path in Path(place).glob(f"*{self.marker}*"):
                inside = [*path.rglob("*"), path] if path.is_dir() else [path]
                found |= {str(file): file.lstat().st_blocks * 512 for file in inside}
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink()
        return found


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
