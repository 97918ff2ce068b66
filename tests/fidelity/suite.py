"""CPython's own asyncio tests on two loops, outcome by outcome."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

MODULE = Path(__file__).with_name("module.py")

RESUMPTIONS = 60
"""Times that a module is run again behind a test that hangs, before the rest of it is given up."""

LEAST = 1_500
"""Tests that a comparison must have compared: every CPython from 3.11 on has more."""


@dataclass(frozen=True)
class Outcome:
    """What came of a test."""

    kind: str
    """passed, failed, skipped, expected failure, hung, died."""
    detail: str = ""
    """A traceback, or why it was skipped."""


Outcomes = Mapping[str, Outcome]


def modules() -> list[str]:
    """Return the names of CPython's modules of asyncio tests; none where they are not installed."""
    try:
        package = importlib.util.find_spec("test.test_asyncio")
    except ModuleNotFoundError:
        package = None
    if package is None or package.origin is None:
        return []
    folder = Path(package.origin).parent
    return sorted(f"test.test_asyncio.{file.stem}" for file in folder.glob("test_*.py"))


def run_module(loop: str, module: str, only: Iterable[str] = ()) -> dict[str, Outcome]:
    """Run a module in processes of its own, resumed behind tests that hang."""
    found: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "record")
        record.touch()
        command = [sys.executable, "-P", str(MODULE), loop, module, str(record), *only]
        for _ in range(RESUMPTIONS):
            done = subprocess.run(
                command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace"
            )
            open_test = None
            for line in record.read_text().splitlines():
                test, kind, detail = json.loads(line)
                open_test = test if kind == "started" else None
                found[test] = Outcome(kind, detail)
            if done.returncode == 0:
                return found
            kind = "hung" if "Timeout (" in done.stderr else "died"
            if open_test is None:
                break
            found[open_test] = Outcome(kind, done.stderr[-3000:])
            with record.open("a") as file:
                file.write(json.dumps([open_test, kind, done.stderr[-3000:]]) + "\n")
        found[module] = Outcome("died", done.stderr[-3000:])
    return found


def run(loop: str, names: Iterable[str], workers: int = 2) -> dict[str, Outcome]:
    """Run modules side by side."""
    with ThreadPoolExecutor(workers) as pool:
        parts = pool.map(lambda name: run_module(loop, name), names)
        return {test: outcome for part in parts for test, outcome in part.items()}


def worse(stock: Outcomes, other: Outcomes) -> dict[str, Outcome]:
    """Return the tests that pass on the stock loop and do not on the other."""
    missing = Outcome("missing")
    return {
        test: other.get(test, missing)
        for test, outcome in stock.items()
        if outcome.kind == "passed" and other.get(test, missing).kind != "passed"
    }


def counted(outcomes: Outcomes) -> Counter[str]:
    """Count the outcomes of each kind."""
    return Counter(outcome.kind for outcome in outcomes.values())
