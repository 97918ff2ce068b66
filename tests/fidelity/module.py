"""Run one module of CPython's own asyncio tests on one loop, and write down what came of each test.

    python -P tests/fidelity/module.py LOOP MODULE RECORD [TEST ...]

`RECORD` is a file of JSON lines, `[test, outcome, detail]`. A test whose outcome is there already is not run again, so
that a run that was ended by a test which hangs goes on behind it.
"""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import signal
import sys
import traceback
import unittest
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fidelity.loops import LOOPS

WATCHDOG = float(os.environ.get("FIDELITY_WATCHDOG", "30"))
"""Seconds of one test before the process is ended."""


class Record(unittest.TestResult):
    """Writes the outcome of each test as it comes."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._file = file
        self._worst: tuple[str, str] | None = None

    def _write(self, test: Any, outcome: str, detail: str = "") -> None:
        self._file.write(json.dumps([test.id(), outcome, detail]) + "\n")
        self._file.flush()

    def startTest(self, test: Any) -> None:
        super().startTest(test)
        self._worst = None
        self._write(test, "started")
        faulthandler.dump_traceback_later(WATCHDOG, exit=True)

    def stopTest(self, test: Any) -> None:
        super().stopTest(test)
        faulthandler.dump_traceback_later(WATCHDOG, exit=True)  # what tidies up after a class may hang, too
        outcome, detail = self._worst or ("passed", "")
        self._write(test, outcome, detail)

    def _note(self, test: Any, outcome: str, error: Any) -> None:
        detail = error if isinstance(error, str) else "".join(traceback.format_exception(*error))[-3000:]
        if isinstance(test, unittest.TestCase) and type(test).__name__ != "ModuleSkipped":
            if self._worst is None or self._worst[0] == "skipped":
                self._worst = (outcome, detail)
        else:
            self._write(test, outcome, detail)

    def addError(self, test: Any, err: Any) -> None:
        self._note(test, "failed", err)

    def addFailure(self, test: Any, err: Any) -> None:
        self._note(test, "failed", err)

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        if err is not None:
            self._note(test, "failed", err)

    def addSkip(self, test: Any, reason: str) -> None:
        self._note(test, "skipped", reason)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        self._note(test, "expected failure", err)

    def addUnexpectedSuccess(self, test: Any) -> None:
        self._note(test, "failed", "unexpected success")


def tests_of(suite: Any) -> Iterator[Any]:
    """Yield the single tests of a suite, in order."""
    for member in suite:
        if isinstance(member, unittest.TestSuite):
            yield from tests_of(member)
        else:
            yield member


def main(loop: str, module: str, record: str, *only: str) -> None:
    """Run what has no outcome yet."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be inherited ignored, and tests send it
    path = Path(record)
    known = {json.loads(line)[0] for line in path.read_text().splitlines()} if path.exists() else set()
    with path.open("a") as file:
        try:
            found = list(tests_of(unittest.defaultTestLoader.loadTestsFromName(module)))
        except unittest.SkipTest as reason:
            print(json.dumps([module, "skipped", str(reason)]), file=file)
            return
        chosen = [test for test in found if test.id() not in known and (not only or test.id() in only)]
        LOOPS[loop]()
        faulthandler.dump_traceback_later(WATCHDOG, exit=True)
        unittest.TestSuite(chosen).run(Record(file))
        asyncio.set_event_loop_policy(None)
    os._exit(0)  # threads that a test left behind are no matter of its outcome


if __name__ == "__main__":
    main(*sys.argv[1:])
