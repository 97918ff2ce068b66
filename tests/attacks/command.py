"""The command and the naive graders, run over one program of the corpus; what was seen is `Evidence`."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .surroundings import Surroundings

SEALED, OPEN = ("--require", "sealed"), ("--unsafe-no-sandbox",)
"""Options of the command: with the defence that is tried, and without any."""

NO_ISOLATION = 6
"""Exit code of the command where the isolation asked for is not to be had."""

NAIVE: Mapping[str, tuple[str, ...]] = {
    "pytest": ("-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=junit.xml", "checks.py"),
    "script": ("script.py",),
    "inflight": ("inflight.py",),
    "grep": ("grep.py",),
    "parser": ("parser.py",),
    "messages": ("messages.py",),
}
"""Name of a naive grader → arguments of Python. Each ends with 0 where it was taken in."""

SECONDS = 60
"""Real time that a command may take at all; a quarter of it is more than it should take on a busy machine."""
NAIVE_SECONDS = 20
"""And a naive grader, which has no limits of its own."""

RLIMITS = {"RLIMIT_FSIZE": (64 * 2**20,) * 2, "RLIMIT_CORE": (0, 2**20)}
"""Bounds of what an attack that succeeds may do to this machine."""
NAIVE_RLIMITS = {**RLIMITS, "RLIMIT_AS": (1536 * 2**20,) * 2, "RLIMIT_CPU": (NAIVE_SECONDS,) * 2}


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What became of a command, and of what stands about it."""

    secret: str
    status: int
    """Exit status, or minus the signal."""
    ended: bool
    """Whether it ended by itself."""
    wall: float
    cpu: float
    peak_kib: int
    """The largest of its processes."""
    out: str
    err: str
    survivors: dict[str, str]
    """Processes that outlived it: number → command."""
    meddled: list[str]
    """What was done to it, to its neighbours and to files."""
    reached: list[str]
    """Listeners that were reached."""
    left: dict[str, int]
    """Files that it left: path → bytes."""
    report: dict[str, Any] | None
    """The report as data."""
    page: str
    """The report as a page."""
    kept: str | None
    """What the judge's memory held at its end; None where the judge could not tell."""
    judge_kib: int
    """The most memory that the judge used."""

    @property
    def outcome(self) -> str:
        """How the run of `main` ended."""
        return self.report["outcome"]["kind"] if self.report else ""

    @property
    def passed(self) -> bool:
        """Whether the command said that all is right."""
        return self.status == 0 or (self.report is not None and self.report["score"] == self.report["max_score"])

    @property
    def said(self) -> str:
        """Everything that was written anywhere."""
        return "\n".join((self.out, self.err, self.page, json.dumps(self.report, ensure_ascii=False)))


def grade(
    about: Surroundings, file: Path, options: Sequence[str], namespaces: bool = True, here: bool = False
) -> Evidence:
    """Run the real command over a file; `here`: in its folder, which is the first that modules come from then."""
    report = about.scratch / "report.json"
    arguments = [*([] if here else ["-P"]), "-X", f"secret={about.course.secret}", "-m", "grader", str(file)]
    arguments += ["--exercise", str(about.course.exercise), "--format", "json", "-o", str(report), *options]
    folder = file.parent if here else about.scratch
    return _run(about, arguments, folder, namespaces, SECONDS, RLIMITS)


def naive(about: Surroundings, file: Path, grader: str, seconds: float = NAIVE_SECONDS) -> Evidence:
    """Run a naive grader over a file; it comes into the file's own folder, as such graders do."""
    for path in about.course.naive.iterdir():
        (file.parent / path.name).write_bytes(path.read_bytes())
    return _run(about, NAIVE[grader], file.parent, True, seconds, NAIVE_RLIMITS)


def _run(
    about: Surroundings,
    arguments: Sequence[str],
    folder: Path,
    namespaces: bool,
    seconds: float,
    rlimits: dict[str, tuple[int, int]],
) -> Evidence:
    person, scratch = about.person, about.scratch
    tells, judge = about.folder / "tells", scratch / "judge.json"
    request = {
        "command": [str(person.python), *arguments],
        "environment": {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(person.path),
            "PYTHONIOENCODING": "utf-8",
            "HOME": str(scratch),
            "SECRET": about.course.secret,
            "JUDGE_TELLS": str(judge),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        "folder": str(folder),
        "user": person.user,
        "namespaces": namespaces,
        "seconds": seconds,
        "rlimits": rlimits,
        "tells": str(tells),
    }
    warden = Path(__file__).with_name("warden.py")
    subprocess.run([sys.executable, "-I", "-S", str(warden), json.dumps(request)], check=True, timeout=seconds + 60)
    seen = json.loads(tells.read_text())
    told = json.loads(judge.read_text()) if judge.exists() else {}
    report, page = scratch / "report.json", about.submissions / ".grade" / "last.html"
    changed = [name for name, value in seen["state"].items() if value != seen["usual"][name]]
    return Evidence(
        secret=about.course.secret,
        **{name: seen[name] for name in ("status", "ended", "wall", "cpu", "peak_kib", "survivors")},
        **{name: _read(Path(f"{tells}.{name}")) for name in ("out", "err")},
        meddled=[*(f"the judge's {name} was changed" for name in changed), *about.harm()],
        reached=about.listeners.close(),
        left=about.left(),
        report=json.loads(report.read_bytes()) if report.exists() else None,
        page=page.read_text("utf-8") if page.exists() else "",
        kept=told.get("kept"),
        judge_kib=told.get("peak_kib", 0),
    )


def _read(path: Path, most: int = 2**20) -> str:
    with path.open("rb") as opened:
        return opened.read(most).decode("utf-8", "backslashreplace")
