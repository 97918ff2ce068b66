"""Other graders beside ours: each with the same checks, in real time, in an environment of its own.

The checks are in `peers/`. An environment is made once, by pip, in the folder that is named; from then on no network is
needed. One that cannot be made is said to be missing, and is left out.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.exercise import course_root, load_exercise

PEERS = Path(__file__).with_name("peers")

OTTER = """OK_FORMAT = True
test = {"name": "checks", "points": 1, "suites": [{"type": "doctest", "scored": True, "setup": "", "teardown": "",
    "cases": [{"hidden": False, "locked": False,
               "code": ">>> from checks import CHECKS, run\\n>>> for name in CHECKS:\\n...     run(name)\\n"}]}]}
"""
"""Otter's form of a test, which is a doctest."""


@dataclass(frozen=True, kw_only=True)
class Peer:
    """Another grader."""

    packages: tuple[str, ...]
    """What is installed for it."""
    command: Callable[[Path, str], list[str]]
    """Folder of its programs, and name of the submission → what grades it."""
    passed: Callable[[str], bool]
    """Whether what it wrote says that a submission passed."""


def _pytest(programs: Path, name: str) -> list[str]:
    settings = ["-c", os.devnull, "--rootdir=.", "-o", "asyncio_default_fixture_loop_scope=function"]
    plugins = ["-p", "pytest_asyncio.plugin", "-p", "no:cacheprovider"]
    return [str(programs / "python"), "-m", "pytest", *plugins, *settings, str(PEERS / "test_with_pytest.py")]


TABLE = {
    "pytest and pytest-asyncio": Peer(
        packages=("pytest", "pytest-asyncio"),
        command=_pytest,
        passed=lambda told: bool(re.search(r"\d passed", told)) and "failed" not in told,
    ),
    "check50 --dev (implies --local)": Peer(
        packages=("check50",),
        command=lambda programs, _: [
            str(programs / "check50"),
            "--dev",
            "-o",
            "json",
            "--",
            str(PEERS / "with_check50"),
        ],
        passed=lambda told: '"passed": true' in told and not re.search(r'"passed": (false|null)|"error"', told),
    ),
    "gradescope-utils": Peer(
        packages=("gradescope-utils",),
        command=lambda programs, _: [str(programs / "python"), str(PEERS / "with_gradescope.py")],
        passed=lambda told: {test["status"] for test in json.loads(told)["tests"]} == {"passed"},
    ),
    "otter check": Peer(
        packages=("otter-grader", "ipykernel"),
        command=lambda programs, name: [str(programs / "otter"), "check", name, "-t", "tests"],
        passed=lambda told: "All tests passed!" in told,
    ),
}
"""Name → how it is called."""


def installed(folder: Path) -> dict[str, Path]:
    """Return the folders of programs of the peers that are there, and make what is missing, where that is possible."""
    found = {}
    for name, peer in TABLE.items():
        place = folder / peer.packages[0]
        if not (place / "whole").exists():
            print(f"{name}: installing {', '.join(peer.packages)} into {place}", file=sys.stderr, flush=True)
            subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
            pip = [place / "bin" / "python", "-m", "pip", "install", "--quiet", *peer.packages, "aiohttp"]
            done = subprocess.run(pip, capture_output=True, text=True)
            if done.returncode:
                print(f"{name} is left out, it did not install: {done.stderr.strip()[-500:]}", file=sys.stderr)
                continue
            (place / "whole").touch()
        found[name] = place / "bin"
    return found


def laid_out(slug: str, program: Path, folder: Path) -> str:
    """Write what a peer needs to grade a program; return the program's name there."""
    exercise = load_exercise(course_root() / "exercises" / slug)
    folder.mkdir(parents=True)
    (folder / exercise.file).write_bytes(program.read_bytes())
    if exercise.given:
        (folder / "given.py").write_text(exercise.given, "utf-8")
    (folder / "tests").mkdir()
    (folder / "tests" / "checks.py").write_text(OTTER, "utf-8")
    return exercise.file


def surroundings(slug: str, folder: Path, programs: Path) -> dict[str, str]:
    """Return the variables that a peer is to see."""
    return {
        **os.environ,
        "HOME": str(folder),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{PEERS}{os.pathsep}{folder}",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PEER_EXERCISE": slug,
    }
