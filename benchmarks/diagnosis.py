"""How often the diagnosis is right about the golden programs, by code, and how much processor time it takes for each.

Each wrong program must get the code and line of its header first; each right one that looks like it nothing, once as
it is, and once with other words asked for than it prints, where its look-alike's mistake is not to be blamed.

With `--branches`: which branches of the rules, each a place in the code that names a mistake, no golden program takes.
"""

from __future__ import annotations

import argparse
import ast
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from grader.diagnosis import Evidence, codes, diagnose  # noqa: E402
from grader.diagnosis.case import Case  # noqa: E402
from grader.model import Diagnostic  # noqa: E402
from grader.runner import Backend, start  # noqa: E402
from tests.diagnosis.programs import evidence  # noqa: E402

RULES = ROOT / "grader" / "diagnosis"
GOLDEN = ROOT / "tests" / "diagnosis" / "golden"
ANY = frozenset({"wrong-output", "syntax-error"})
"""Codes that other words than the right ones may well get."""


class Row(NamedTuple):
    """What one code got."""

    code: str
    right: int
    wrong: list[str]
    """Programs that got another code first, or another line."""
    silent: int
    alarms: list[str]
    """Right programs that got a diagnosis which is certain."""
    blamed: list[str]
    """Right programs that got the code of their look-alike, when other words were asked for."""


class Timed:
    """Diagnoses, and takes the time."""

    def __init__(self) -> None:
        """Begin with no times."""
        self.found: list[tuple[float, int]] = []

    def __call__(self, found: Evidence) -> tuple[Diagnostic, ...]:
        """Diagnose."""
        runs = {id(trace): trace for trace in (found.main, *(one.trace for one in found.findings)) if trace}
        begun = time.process_time()
        diagnostics = diagnose(found)
        self.found.append(((time.process_time() - begun) * 1000, sum(len(trace.events) for trace in runs.values())))
        return diagnostics


def rows(backend: Backend, timed: Timed) -> Iterator[Row]:
    """Yield what each code got."""
    for code in codes():
        row = Row(code, 0, [], 0, [], [])
        for path in sorted((GOLDEN / code).glob("*.py")):
            if path.stem.endswith("_right"):
                continue
            program, right = path.read_text("utf-8"), path.with_name(f"{path.stem}_right.py").read_text("utf-8")
            line = re.search(r"^# line: (\d+)$", program, re.MULTILINE)
            due = (code, int(line[1]) if line else None)
            told = [(one.code, one.line) for one in timed(evidence(backend, program, right))][:1]
            alarm = [one for one in timed(evidence(backend, right, right)) if one.certain]
            other = timed(evidence(backend, right, right.replace("print(", "print('due:', ")))
            blamed = code not in ANY and code in [one.code for one in other if one.certain]
            row = row._replace(right=row.right + (told == [due]), silent=row.silent + (not alarm))
            row.wrong.extend([path.stem] * (told != [due]))
            row.alarms.extend([path.stem] * bool(alarm))
            row.blamed.extend([path.stem] * blamed)
        yield row


class Branches:
    """The places in the rules that name a mistake, and which of them were come by."""

    def __init__(self) -> None:
        """Find them in the text, and watch them from now on."""
        self.all: dict[tuple[str, int], str] = {}
        self.taken: set[tuple[str, int]] = set()
        for path in sorted(RULES.glob("*.py")):
            for function in ast.walk(ast.parse(path.read_text("utf-8"))):
                for node in ast.walk(function) if isinstance(function, ast.FunctionDef) else ():
                    match node:
                        case ast.Call(func=ast.Attribute(attr="diagnostic")):
                            self.all[path.name, node.lineno] = function.name
        names = Case.diagnostic

        def watched(case: Case, *given: Any, **words: Any) -> Diagnostic:
            self.take(sys._getframe(1))
            return names(case, *given, **words)

        Case.diagnostic = watched  # type: ignore[method-assign]

    def take(self, frame: FrameType) -> None:
        """Take note of the place that a frame stands at."""
        self.taken.add((Path(frame.f_code.co_filename).name, frame.f_lineno))

    def show(self) -> None:
        """Print those that were not come by."""
        left = sorted(set(self.all) - self.taken)
        print(f"\n{len(self.all) - len(left)} of {len(self.all)} branches are taken by a golden program; not these:")
        for file, line in left:
            print(f"{file}:{line} {self.all[file, line]}")


def main() -> None:
    """Print the table, and the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--branches", action="store_true", help="show which branches no golden program takes")
    branches = Branches() if parser.parse_args().branches else None
    backend, timed = start(), Timed()
    print(f"{'code':<26} {'right':>5} {'wrong':>5}   {'silent':>6} {'alarms':>6} {'blamed':>6}")
    total = Row("all", 0, [], 0, [], [])
    for row in rows(backend, timed):
        total = Row("all", *(mine + theirs for mine, theirs in zip(total[1:], row[1:], strict=True)))
        _show(row)
    backend.close()
    _show(total)
    milliseconds = [took for took, _ in timed.found]
    slowest, events = max(timed.found)
    print(f"\n{len(milliseconds)} diagnoses: median {statistics.median(milliseconds):.2f} ms each,", end=" ")
    print(f"90 in 100 below {statistics.quantiles(milliseconds, n=10)[-1]:.1f} ms,", end=" ")
    print(f"the slowest {slowest:.0f} ms for {events} events")
    if branches is not None:
        branches.show()


def _show(row: Row) -> None:
    numbers = f"{row.right:>5} {len(row.wrong):>5}   {row.silent:>6} {len(row.alarms):>6} {len(row.blamed):>6}"
    which = "" if row.code == "all" else " ".join([*row.wrong, *row.alarms, *row.blamed])
    print(f"{row.code:<26} {numbers}  {which}", flush=True)


if __name__ == "__main__":
    main()
