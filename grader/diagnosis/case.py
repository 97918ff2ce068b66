"""One submission before the rules: its text, its runs, and what is derived from them once for all rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from grader.model import (
    CallStarted,
    Diagnostic,
    Event,
    Place,
    Printed,
    Raised,
    Span,
    Suspended,
    TaskEnded,
    TaskStarted,
    Trace,
)
from grader.trace import Poller, Stand, cancelled_waits, lines, names, polling, spans, stands

from .evidence import Evidence, Finding
from .source import Function, Mark, Source
from .things import Scopes
from .updates import uses
from .uses import Uses
from .words import HEADLINE, cut, listed, quoted, without_addresses

E = TypeVar("E", bound=Event)

MOST_CALLS = 10_000
"""Calls of a run that the rules look at, the first ones: a run within its limit of steps has no more."""
OUTWARDS = 30
"""How many calls round a call are looked at: a chain of thousands takes its square in time."""


@dataclass(frozen=True)
class Run:
    """One run, what it is compared with, and the check that looked at it."""

    trace: Trace
    reference: Trace | None = None
    finding: Finding | None = None

    @cached_property
    def _by_kind(self) -> dict[type, list[Event]]:
        found: dict[type, list[Event]] = {}
        for event in self.trace.events:
            found.setdefault(type(event), []).append(event)
        return found

    def events(self, kind: type[E]) -> tuple[E, ...]:
        """Return the events of one kind, in order."""
        return tuple(event for event in self._by_kind.get(kind, ()) if isinstance(event, kind))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The calls."""
        return spans(self.trace)[:MOST_CALLS]

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        """The waits of the calls."""
        return tuple(stands(self.trace))

    @cached_property
    def cancelled(self) -> tuple[Stand, ...]:
        """The waits that a cancellation ended."""
        return tuple(cancelled_waits(self.trace))

    @cached_property
    def cancelled_calls(self) -> frozenset[str]:
        """The calls that a cancellation reached, as the learner would write them."""
        calls = [level.call.call for stand in self.cancelled for level in stand.levels]
        return frozenset(self.by_call[call].label for call in calls if call in self.by_call)

    def is_cancelled_in_the_reference(self, call: str) -> bool:
        """Whether a call, as the learner would write it, is cancelled in the run of the reference."""
        return self.expected_run is not None and call in self.expected_run.cancelled_calls

    @property
    def changed(self) -> tuple[str, ...]:
        """What came otherwise than in the usual run, as a note; empty where this is the usual one."""
        told = self.finding.changes if self.finding is not None else ()
        return (f"right in the usual run, wrong in this one, in which {listed(told)}",) if told else ()

    @cached_property
    def expected_run(self) -> Run | None:
        """The run of the reference."""
        return Run(self.reference) if self.reference is not None else None

    @property
    def fails_its_own_test(self) -> bool:
        """Whether an `assert` of the program ended it."""
        return isinstance(self.trace.outcome, Raised) and self.trace.outcome.error == "AssertionError"

    @property
    def expected(self) -> tuple[Span, ...]:
        """The calls of the reference."""
        return self.expected_run.spans if self.expected_run is not None else ()

    @cached_property
    def by_call(self) -> dict[int, Span]:
        """Spans by the number of the call."""
        return {span.call: span for span in self.spans}

    @property
    def may_come_in_any_order(self) -> bool:
        """Whether the check that failed leaves open which of several things comes first."""
        return self.finding is not None and any("any order" in line for line in self.finding.expected)

    def printer(self, line: Printed) -> str:
        """Return the function that printed a line; empty where none of the program's did."""
        span = self.by_call.get(line.call) if line.call is not None else None
        return span.function.rpartition(".")[2] if span is not None else ""

    def by_function(self, function: str) -> list[Span]:
        """Return the calls of one function."""
        return [span for span in self.spans if span.function == function]

    @cached_property
    def tasks(self) -> dict[int, TaskStarted]:
        """How each task began."""
        return {event.task: event for event in self.events(TaskStarted)}

    @cached_property
    def children(self) -> dict[int, list[TaskStarted]]:
        """The tasks that each call started, by the number of the call."""
        first: dict[int | None, Span] = {}
        for span in self.spans:
            first.setdefault(span.task, span)
        found: dict[int, list[TaskStarted]] = {}
        for task in self.tasks.values():
            call = first.get(task.task)
            if call is not None and call.parent is not None and task.parent is not None:
                found.setdefault(call.parent, []).append(task)
        return found

    @cached_property
    def awaited_tasks(self) -> frozenset[int]:
        """The tasks for which any other one waits at some time."""
        return frozenset(task for event in self.events(Suspended) for task in event.on)

    @cached_property
    def ends(self) -> dict[int, TaskEnded]:
        """How each task ended."""
        return {event.task: event for event in self.events(TaskEnded)}

    @cached_property
    def names(self) -> dict[int, str]:
        """What to call each task."""
        return names(self.trace)

    @cached_property
    def lines(self) -> tuple[Printed, ...]:
        """Lines of standard output."""
        return lines(self.trace)

    @cached_property
    def expected_lines(self) -> tuple[Printed, ...]:
        """Lines of the reference's standard output."""
        return self.expected_run.lines if self.expected_run is not None else ()

    @cached_property
    def differs_in_lines(self) -> bool:
        """Whether what the check found different are lines, and not calls or times of calls."""
        shown = self.finding.actual if self.finding is not None else ()
        return any(line.text in told for line in self.lines for told in shown)

    def outer(self, span: Span) -> Iterator[Span]:
        """Yield the calls that await or started this one, from the inside out, as far as `OUTWARDS` goes."""
        seen = {span.call}
        parent = span.parent
        while parent is not None and parent in self.by_call and parent not in seen and len(seen) <= OUTWARDS:
            seen.add(parent)
            yield self.by_call[parent]
            parent = self.by_call[parent].parent


@dataclass(frozen=True)
class Case:
    """What a rule looks at."""

    evidence: Evidence

    @cached_property
    def code(self) -> Source:
        """The program's text."""
        return Source(self.evidence.source)

    @cached_property
    def scopes(self) -> Scopes:
        """Which names its functions bind."""
        return Scopes(self.code, self.file)

    @cached_property
    def uses(self) -> dict[Function | None, Uses]:
        """What each coroutine function that was called does with what it shares with others."""
        given = Scopes(Source(self.evidence.exercise.given), "given.py")
        began = {self.line(event.definition) for run in self.runs for event in run.events(CallStarted)}
        functions = (node for node in self.code.nodes if isinstance(node, ast.AsyncFunctionDef))
        found = [node for node in functions if began & {node.lineno, *(part.lineno for part in node.decorator_list)}]
        return {function: uses(function, self.scopes, given) for function in found}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The run of `main` first, whose numbers the learner knows; then those of the failed checks."""
        findings = self.evidence.findings
        runs = [Run(finding.trace, finding.reference, finding) for finding in findings]
        main = self.evidence.main
        if main is None:
            return tuple(runs)
        same = [run for run in runs if run.trace == main]
        others = [run for run in runs if run.trace != main]
        return (*(same[:1] or [Run(main)]), *others, *same[1:])

    def pollers(self, run: Run) -> tuple[Poller, ...]:
        """Return the tasks of a run that ask again and again in place of waiting."""
        if id(run) not in self._pollers:
            self._pollers[id(run)] = polling(run.trace, self.evidence.source)
        return self._pollers[id(run)]

    @cached_property
    def _pollers(self) -> dict[int, tuple[Poller, ...]]:
        return {}

    @cached_property
    def failed_runs(self) -> tuple[Run, ...]:
        """The runs of failed checks, in the author's order."""
        return tuple(sorted((run for run in self.runs if run.finding), key=self._order))

    def _order(self, run: Run) -> int:
        return self.evidence.findings.index(run.finding) if run.finding is not None else -1

    @property
    def is_script(self) -> bool:
        """Whether a file was run as a script, for no exercise."""
        return any(run.trace.script for run in self.runs)

    @property
    def file(self) -> str:
        """Name of the file that was graded."""
        return self.evidence.exercise.file

    def line(self, place: Place | None) -> int | None:
        """Return the line of a place in the learner's file; None for one in another file."""
        return place.line if place is not None and place.file == self.file else None

    @cached_property
    def known_functions(self) -> frozenset[str]:
        """Names of functions that the learner knows: their own, and those of `given.py`."""
        given = Source(self.evidence.exercise.given).functions
        return frozenset({"main", *self.code.functions, *given})

    def knows(self, call: str) -> bool:
        """Whether a call, as shown, is of a function that the learner knows: `Robot.drive()` is one of `drive`."""
        return call.partition("(")[0].rpartition(".")[2] in self.known_functions

    def subject(self, run: Run) -> str:
        """Return what was run in words: the call of the learner's function, or `the program` for a check's own."""
        name = run.trace.target.partition("(")[0]
        return quoted(run.trace.target) if name in self.code.functions or name == "main" else "the program"

    @cached_property
    def entry_names(self) -> tuple[str, ...]:
        """Names of the coroutines that the exercise asks for."""
        return tuple(entry.name for entry in self.evidence.exercise.entry_points)

    def diagnostic(
        self,
        code: str,
        message: str,
        at: ast.AST | Place | None = None,
        *,
        label: str = "",
        notes: Sequence[str] = (),
        hint: str,
        certain: bool = True,
    ) -> Diagnostic:
        """Name a mistake: at a node, which is marked, or on a line; of a script's line in another file, that one."""
        mark = self._mark(at)
        elsewhere = at if isinstance(at, Place) and self.is_script and at.file != self.file else None
        return Diagnostic(
            code=code,
            message=cut(without_addresses(message), HEADLINE),
            file=elsewhere.file if elsewhere else self.file,
            line=mark.line if mark else elsewhere.line if elsewhere else None,
            column=mark.column if mark else None,
            end_column=mark.end_column if mark else None,
            label=label if mark else "",
            notes=tuple(map(without_addresses, notes)),
            hint=hint,
            certain=certain,
        )

    def _mark(self, at: ast.AST | Place | None) -> Mark | None:
        if isinstance(at, Place):
            line = self.line(at)
            return None if line is None else self.code.mark_line(line)
        return None if at is None else self.code.mark(at)
