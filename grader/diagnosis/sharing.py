"""Values that several calls share, and that change while one of them waits.

The text says what is read, and written on the strength of that after an `await` (`updates`); the run shows whether two
calls stood at such an `await` at once, so that both had read before either wrote; `owners` says that both meant the
same object. Of a run that failed nothing more is needed. Where only luck kept the calls apart, the rule asks.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable, Iterator
from itertools import combinations, islice
from typing import NamedTuple

import msgspec

from grader.model import CallStarted, Diagnostic, Returned, Taken, TaskEnded, seconds
from grader.trace import Stand, overlap

from .case import Case, Run
from .owners import Owners
from .uses import Lock, Update, Uses, Way
from .words import quoted

SIGNALS = (".wait()", ".get()", "a future")
"""How waits end that another task ends: such calls may take turns."""
MOST = 400
"""Waits between a read and a write that are compared with one another."""


class _Window(NamedTuple):
    """A call between its read and its write."""

    update: Update
    call: CallStarted
    owner: Hashable | None
    stand: Stand | None = None
    """Where it waited there; None where that is not known."""


def lost_update(case: Case) -> Iterator[Diagnostic]:
    """Name a thing that two calls had read before either wrote it, in a run that failed."""
    usual_first = sorted(case.failed_runs, key=lambda run: run is not case.runs[0])
    for run in (*usual_first, *_refuted(case)):
        if run.finding is not None and not isinstance(run.trace.outcome, Returned):
            continue
        for one, other in _at_once(case, run):
            if one.update.is_sure and other.update.is_sure and one.owner is not None:
                yield _proved(case, run, one, other)
                return


def _refuted(case: Case) -> list[Run]:
    """Return the run of a script that an `assert` of its own says went wrong."""
    return [run for run in case.runs if case.is_script and run.fails_its_own_test]


def may_be_lost(case: Case) -> Iterator[Diagnostic]:
    """Ask about a thing that two calls could read before either writes it."""
    for run in case.runs if case.failed_runs else ():
        for one, other in (*_at_once(case, run), *_kept_apart(case, run)):
            yield _asked(case, one, other)
            return
    for run in case.runs if case.is_script else ():
        for one, other in _at_once(case, run):
            if one.update.is_sure and other.update.is_sure and one.owner is not None:
                yield msgspec.structs.replace(_proved(case, run, one, other), certain=False)
                return


# --- two calls ---


def _at_once(case: Case, run: Run) -> Iterator[tuple[_Window, _Window]]:
    """Yield pairs of calls that stood between read and write at one time."""
    windows = sorted(islice(_stood(case, run), MOST), key=lambda window: window.stand.start if window.stand else 0)
    for one, other in combinations(windows, 2):
        if _may_meet(one, other) and one.owner == other.owner and _crossed(one.stand, other.stand):
            yield one, other


def _stood(case: Case, run: Run) -> Iterator[_Window]:
    if not any(uses.updates for uses in case.uses.values()):
        return
    owners = Owners(case, run)
    ends = {event.task: event.how for event in run.events(TaskEnded)}
    last = {stand.task: stand.start for stand in run.stands}
    for stand in run.stands:
        call = stand.levels[0].call
        if last[stand.task] == stand.start and ends.get(stand.task) != "returned":
            continue  # it went no further
        for update in case.uses.get(owners.function(call), Uses()).updates:
            if any(is_on(way, stand, case.file) for way in update.ways):
                yield _Window(update, call, owners.of(call, update.thing), stand)


def is_on(way: Way, stand: Stand, file: str) -> bool:
    """Whether a call stands at an `await`: on its line, and in the calls that lead there."""
    for depth, site in enumerate(way):
        if site.file != file:
            break  # of given code a trace tells no lines
        if 0 < depth < len(stand.levels) and stand.levels[depth].call.definition is None:
            break  # a service stands in its place
        place = stand.levels[depth].place if depth < len(stand.levels) else None
        if place is None or place.file != file or not site.first <= place.line <= site.last:
            return False
        inner = stand.levels[depth + 1].call.function if depth + 1 < len(stand.levels) else ""
        if site.calls and inner.rpartition(".")[2] != site.calls:
            return False
    return True


def _crossed(one: Stand | None, other: Stand | None) -> bool:
    if one is None or other is None or one.end is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _may_meet(one: _Window, other: _Window) -> bool:
    return one.call.task != other.call.task and (one.update.kind == "kept") == (other.update.kind == "kept")


def _kept_apart(case: Case, run: Run) -> Iterator[tuple[_Window, _Window]]:
    """Yield pairs of calls that overlapped, and which nothing but their times kept apart between read and write."""
    owners = Owners(case, run)
    signalled = {stand.levels[0].call.call for stand in run.stands if stand.awaiting.endswith(SIGNALS)}
    windows = (
        _Window(update, call, owners.of(call, update.thing))
        for call in run.events(CallStarted)
        for update in case.uses.get(owners.function(call), Uses()).updates
        if call.call in run.by_call and call.call not in signalled and update.kind != "kept" and not _excludes(update)
    )
    for one, other in combinations(islice(windows, MOST), 2):
        same = one.update.thing.root == other.update.thing.root and one.owner == other.owner
        if _may_meet(one, other) and same and overlap(run.by_call[one.call.call], run.by_call[other.call.call]):
            yield one, other


def _excludes(update: Update) -> bool:
    """Whether a lock is held from the read to the write."""
    return any(not lock.is_new for lock in _throughout(update))


def _throughout(update: Update) -> list[Lock]:
    return [lock for lock in update.before if lock in update.after]


# --- in words ---


def _proved(case: Case, run: Run, one: _Window, other: _Window) -> Diagnostic:
    update, thing = other.update, quoted(other.update.thing.text)
    read, wrote = update.first.lineno, update.then.lineno
    where = f" (line {read})", f" (line {wrote})"
    if read == wrote:
        where = "", f" (line {wrote})"
    if one.update.function is not update.function:
        message = f"{_functions(one, other)} had both read {thing} before either {_wrote(update)}{where[1]}"
    elif update.kind == "kept":
        message = f"two calls of {_name(update)} had set {thing}{where[0]} before either had used it{where[1]}"
    else:
        verb = "looked at" if update.kind == "test" else "read"
        message = f"two calls of {_name(update)} had {verb} {thing}{where[0]} before either {_wrote(update)}{where[1]}"
    return case.diagnostic(
        "shared-state-race",
        message,
        _target(update.then),
        label=_lock(run, one, other) or _label(update),
        notes=[*_between(case, run, one, other), *run.changed],
        hint=f"What may other calls do with {thing} while this one waits?",
    )


def _asked(case: Case, one: _Window, other: _Window) -> Diagnostic:
    update, thing = other.update, quoted(other.update.thing.text)
    who = f"calls of {_name(update)}" if one.update.function is update.function else _functions(one, other)
    read, wrote = update.first.lineno, update.then.lineno
    verbs = ("set", "uses") if update.kind == "kept" else ("read", "writes")
    waits = f"{_await(case, update)} stands between line {read} and line {wrote}" if read != wrote else ""
    return case.diagnostic(
        "shared-state-race",
        f"{who} can all have {verbs[0]} {thing} (line {read}) before any {verbs[1]} it (line {wrote})",
        _target(update.then),
        label=_label(update),
        notes=[waits] if waits else [],
        hint=f"What may other calls do with {thing} while this one waits?",
        certain=False,
    )


def _functions(one: _Window, other: _Window) -> str:
    return f"{_name(one.update)} and {_name(other.update)}"


def _name(update: Update) -> str:
    return quoted(update.function.name)


def _wrote(update: Update) -> str:
    return "changed it" if update.kind == "test" else "wrote it"


def _label(update: Update) -> str:
    if update.kind == "kept":
        return "may hold what another call has set"
    if update.kind == "test":
        return f"relies on what line {update.first.lineno} found before the `await`"
    return "overwrites what others have written since"


def _target(node: ast.AST) -> ast.AST:
    match node:
        case ast.Assign(targets=[target, *_]) | ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return target
        case _:
            return node


def _await(case: Case, update: Update) -> str:
    node = update.ways[0][0].node
    return quoted(case.code.code(node) if isinstance(node, ast.Await) else f"async with {case.code.code(node)}")


def _between(case: Case, run: Run, one: _Window, other: _Window) -> Iterator[str]:
    told = [(window, window.stand) for window in (one, other) if window.stand is not None]
    labels = [quoted(run.by_call[window.call.call].label) for window, _ in told]
    times = [_times(run, stand) for _, stand in told]
    who = f"{labels[0]} {times[0]}, {labels[-1]} {times[-1]}"
    if times[0] == times[-1]:
        who = f"{labels[0]} and {labels[-1]}, {times[0]}"
    places = {stand.levels[0].place for _, stand in told}
    lines = sorted({place.line for place in places if place is not None})
    node = other.update.ways[0][0].node
    code = case.code.code(node) if isinstance(node, ast.Await) else f"async with {case.code.code(node)}"
    if len(lines) == 1:
        yield f"in between, both waited at {quoted(code)} on line {lines[0]}: {who}"
    else:
        yield f"in between, both waited, on lines {lines[0]} and {lines[-1]}: {who}"


def _times(run: Run, stand: Stand) -> str:
    start, end = (run.trace.events[index].time for index in (stand.start, stand.end or 0))
    return f"at t={seconds(start)}" if start == end else f"from t={seconds(start)} to t={seconds(end)}"


def _lock(run: Run, one: _Window, other: _Window) -> str:
    """Say why a lock that is there keeps nobody out; empty where there is none."""
    update = other.update
    read, wrote = update.first.lineno, update.then.lineno
    for lock in _throughout(update):
        things = {_taken(run, window, lock) for window in (one, other)}
        if lock.is_new or len(things) > 1:
            return f"{quoted(lock.text)} (line {lock.node.lineno}) is another one in each call: it keeps nobody out"
        return f"{quoted(lock.text)} (line {lock.node.lineno}) lets several in at once"
    for lock in update.after:
        return f"{quoted(lock.text)} guards the write only: line {read} reads before it is taken"
    for lock in update.before:
        return f"{quoted(lock.text)} guards the read only: it is given back before line {wrote} writes"
    return ""


def _taken(run: Run, window: _Window, lock: Lock) -> int | None:
    """Return the number of the lock that a call held."""
    until = window.stand.start if window.stand is not None else 0
    taken = [
        event.thing
        for event in run.trace.events[:until]
        if isinstance(event, Taken) and event.task == window.call.task
        if event.place is not None and event.place.line == lock.node.lineno
    ]
    return taken[-1] if taken else None
