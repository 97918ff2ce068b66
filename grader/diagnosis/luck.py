"""What an exploration of schedules found: why a program that passes in its usual run fails in another one.

Both runs are there. What came otherwise is a trace's `Chose`; the cause is what the program relied on, and stands in
its text: a signal that nobody was there to hear yet, a sleep in place of waiting, a result put where the calls happen
to end, a set taken for a sequence. Where none of these can be shown, the change itself is told. A lost update is no
matter of luck alone, and has its own rule (`sharing`).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Hashable, Iterator

from msgspec import structs

from grader.model import Chose, Deadlocked, Diagnostic, Place, Raised, Returned, Signalled, ThreadStarted, seconds
from grader.trace import Stand

from .case import Case, Run
from .concurrency import slept_first
from .limits import unbounded
from .owners import OWN, Owners
from .sharing import is_on, lost_update
from .source import Function
from .things import Thing
from .uses import Write
from .words import quoted

_IN_ORDER = {"append", "appendleft", "extend", "insert", "print"}
"""Calls of which it shows which came first."""


def by_luck(case: Case) -> Iterator[Diagnostic]:
    """Name what a program relied on that does not hold under every schedule."""
    for run, usual in _explored(case):
        patterns = _PATTERNS.get(type(run.trace.outcome), ())
        found = next((found for pattern in patterns for found in pattern(case, run, usual)), None)
        if found is not None:
            yield structs.replace(found, notes=(*found.notes, *run.changed))
            return


def either_way(case: Case) -> Iterator[Diagnostic]:
    """Tell under which of two circumstances the program is right, where neither a sleep nor a limit says more."""
    if any(by_luck(case)) or any(slept_first(case)) or any(unbounded(case)):
        return
    for run, _ in _explored(case):
        if isinstance(run.trace.outcome, Returned):
            found = _either_way(case, run)
            yield structs.replace(found, notes=(*found.notes, *run.changed))
            return


def _explored(case: Case) -> Iterator[tuple[Run, Run]]:
    """Yield the runs that an exploration found, each beside the usual one."""
    for run in case.failed_runs:
        usual = run.finding.usual if run.finding is not None else None
        if usual is not None and run.events(Chose) and not any(lost_update(case)):
            yield run, Run(usual)


# --- signals ---


def _missed_signal(case: Case, run: Run, usual: Run) -> Iterator[Diagnostic]:
    outcome = run.trace.outcome
    for waiter in outcome.waiters if isinstance(outcome, Deadlocked) else ():
        for event in run.events(Signalled):
            line = case.line(event.place)
            call = case.code.on_line(line or 0, "notify", "notify_all", "set")
            if event.thing != waiter.thing or event.how == "clear" or call is None:
                continue
            yield case.diagnostic(
                "never-signalled",
                f"{quoted(case.code.code(call))} came before {quoted(waiter.task)} waited: it woke nobody",
                waiter.place,
                label="waits for a signal that has gone by, and was not kept",
                notes=[f"it was called on line {line} at t={seconds(event.time)}, when nobody waited"],
                hint="What can this task look at before it waits, to see whether it still has to?",
            )


# --- what is not there yet ---


def _read_early(case: Case, run: Run, usual: Run) -> Iterator[Diagnostic]:
    """Find what a call reads after a wait, and what another call had written by then in the usual run only."""
    before, after = _waits(case, usual), _waits(case, run)
    for (reader, line, number), stand in after.items():
        earlier = before.get((reader, line, number))
        if earlier is None or earlier.end is None or stand.end is None:
            continue
        known = {Owners(case, run).named(stand.levels[0].call, name) for name in _read_after(case, reader, line)}
        for write in _writes(case) if known - {None, OWN} else ():
            if write.function is reader or write.thing is None:
                continue
            was, came = _ends(case, usual, write), _ends(case, run, write, known)
            late = [name for name, end in came.items() if name in was and was[name] < earlier.end and end > stand.end]
            if late:
                yield _too_early(case, usual, earlier, late[0], write.thing)


def _too_early(case: Case, usual: Run, stand: Stand, writer: str, thing: Thing) -> Diagnostic:
    caller, place = quoted(usual.by_call[stand.levels[0].call.call].label), stand.levels[0].place
    sleep = case.code.on_line(case.line(place) or 0, "sleep")
    if sleep is not None and stand.awaiting.startswith("asyncio.sleep("):
        slept = usual.trace.events[stand.end or 0].time - usual.trace.events[stand.start].time
        return case.diagnostic(
            "sleep-instead-of-await",
            f"{caller} slept for {seconds(slept)} in place of waiting until {writer} had set {quoted(thing.text)}",
            sleep,
            label="a guess at how long the work takes",
            hint="What ends exactly when the work does, however long that takes?",
        )
    return case.diagnostic(
        "output-order",
        f"{caller} went on before {writer} had set {quoted(thing.text)}",
        place,
        label="may end before that: it is no wait for it",
        hint=f"Which line waits until {quoted(thing.text)} is set?",
    )


def _waits(case: Case, run: Run) -> dict[tuple[Function, int, int], Stand]:
    """Return the waits of the learner's functions, by function, line and how many came before."""
    owners = Owners(case, run)
    counts: Counter[tuple[Function, int]] = Counter()
    found: dict[tuple[Function, int, int], Stand] = {}
    for stand in run.stands:
        function, line = owners.function(stand.levels[0].call), case.line(stand.levels[0].place)
        if function is not None and line:
            found[function, line, counts[function, line]] = stand
            counts[function, line] += 1
    return found


def _read_after(case: Case, function: Function, line: int) -> frozenset[str]:
    """Return the names that a function reads between a line and the next `await`."""
    inner = [node for node in ast.walk(function) if isinstance(node, ast.Await | ast.Name) and node.lineno > line]
    inner.sort(key=lambda node: (node.lineno, node.col_offset))
    until = next((node.lineno for node in inner if isinstance(node, ast.Await)), None)
    names = (node for node in inner if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    return frozenset(node.id for node in names if until is None or node.lineno < until)


# --- order ---


def _left_to_order(case: Case, run: Run, usual: Run) -> Iterator[Diagnostic]:
    """Find what is put down in the order in which calls end their waits, where they ended in another one."""
    equal = "equal waits" if _knobs(run) == {"ties"} else "the waits"
    for write in sorted(_writes(case), key=lambda write: write.thing is None):
        was, came = _ends(case, usual, write), _ends(case, run, write)
        if len(was) < 2 or sorted(was) != sorted(came) or list(was) == list(came) or not _shows_order(write):
            continue
        if write.thing is None and _texts(run) != _texts(usual):
            continue  # not only the order of what is printed is another
        name, thing = quoted(write.function.name), quoted(write.thing.text) if write.thing is not None else ""
        if isinstance(write.node, ast.Assign):
            message = f"{thing} kept what the call of {name} that ended its wait last had written"
            label, hint = (
                "the last one to get here wins",
                "How does a call see, after its wait, whether it still counts?",
            )
        else:
            message = f"{quoted(case.code.code(write.node))} ran in the order in which {equal} ended"
            label, hint = "in whatever order the calls get here", _PLACES
        yield case.diagnostic("output-order", message, write.node, label=label, hint=hint)


def _texts(run: Run) -> Counter[str]:
    return Counter(line.text for line in run.lines)


_PLACES = "What says to which place each result belongs, whatever comes first?"


def _shows_order(write: Write) -> bool:
    """Whether it can be seen afterwards which of several calls wrote first, or last."""
    match write.node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name in _IN_ORDER
        case ast.Assign():
            return write.thing is not None and all(step.kind == "attribute" for step in write.thing.steps)
        case _:
            return False


def _without_order(case: Case, run: Run, usual: Run) -> Iterator[Diagnostic]:
    """Find what gives results in no order, or in the order of their ends."""
    knobs = _knobs(run)
    waited = case.code.calls_of("wait")
    if "sets" in knobs and waited:
        yield case.diagnostic(
            "output-order",
            "`asyncio.wait` gave its tasks back in a set, which has no order",
            _use_of_set(case, waited[0]) or waited[0],
            label="goes through a set, in any order",
            hint="Which list has the tasks in the order in which they were started?",
        )
    for call in case.code.calls_of("as_completed"):
        yield case.diagnostic(
            "output-order",
            "`as_completed` gave its results in the order in which they were ready",
            call,
            label="the order in which they end, not the one in which they stand here",
            hint="Which construct gives results in the order of its arguments, whatever ends first?",
        )
    for event in run.events(ThreadStarted) if "threads" in knobs else ():
        yield case.diagnostic(
            "output-order",
            "threads that ran side by side came in another order",
            event.place,
            label="started here; which of them comes first is left open",
            hint=_PLACES,
        )


def _use_of_set(case: Case, call: ast.Call) -> ast.expr | None:
    """Return where the tasks that are done are gone through."""
    done = {name.id for name in ast.walk(_assigned(case, call)) if isinstance(name, ast.Name)}
    for node in case.code.nodes:
        items = node.iter if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) else None
        if isinstance(items, ast.Name) and items.id in done:
            return items
    return None


def _assigned(case: Case, call: ast.Call) -> ast.AST:
    outer = next((node for node in case.code.around(call) if isinstance(node, ast.Assign)), None)
    return outer.targets[0] if outer is not None else ast.Tuple([])


# --- limits ---


def _too_tight(case: Case, run: Run, usual: Run) -> Iterator[Diagnostic]:
    """Find a time limit that the usual run keeps by less than a step may take."""
    before, after = _waits(case, usual), _waits(case, run)
    for call in case.code.calls_of("wait_for", "timeout", "timeout_at") if _knobs(run) == {"cost"} else ():
        for key, stand in after.items():
            earlier = before.get(key)
            if key[1] != call.lineno or earlier is None or earlier.end is None or stand.end is None:
                continue
            margin = run.trace.events[stand.end].time - usual.trace.events[earlier.end].time
            yield case.diagnostic(
                "timeout-misuse",
                f"{quoted(case.code.code(call))} left the work {margin / 1e6:g} ms, and a step may take as long",
                call,
                label="a limit this close to how long the work takes",
                hint="How much longer than the work is a limit, if only what hangs is to run into it?",
            )


# --- anything else ---


def _either_way(case: Case, run: Run) -> Diagnostic:
    """Tell under which of two circumstances the program is right."""
    event = run.events(Chose)[-1]
    right, wrong = _circumstances(event, {number: quoted(name) for number, name in run.names.items()})
    return case.diagnostic(
        "output-order",
        f"{case.subject(run)} was right only when {right}{wrong and f', not {wrong}'}",
        event.place or _woken(run, event),
        label="which of the two it is, is left open",
        hint="What does the program rely on here, and which construct would make sure of it?",
    )


def _woken(run: Run, event: Chose) -> Place | None:
    """Return the line on which a task waited that woke first."""
    ends = (stand for stand in run.stands if stand.task == event.task and stand.end is not None)
    return next((s.levels[-1].place for s in ends if run.trace.events[s.end or 0].time == event.time), None)


def _circumstances(event: Chose, tasks: dict[int, str]) -> tuple[str, str]:
    """Return under which circumstance the program was right, and under which other one wrong, where that has a name."""
    usual, actual = seconds(event.usual or 0), seconds(event.actual or 0)
    who, other = tasks.get(event.task or 0, "a task"), tasks.get(event.other or 0, "another one")
    line = f" on line {event.place.line}" if event.place is not None else ""
    match event.knob:
        case "delays":
            return f"{who} waited for {usual}{line}", f"for {actual}"
        case "services":
            return f"{quoted(event.what.rpartition('.')[2])} took {usual}", actual
        case "cost":
            return "steps took no time", f"when one of {who} took {(event.actual or 0) / 1e6:g} ms"
        case "ties":
            return f"{other} woke before {who}", ""
        case "sets":
            return "a set of tasks was in one of its orders", ""
        case "threads":
            return "threads took turns in one order", "in another"
        case "io":
            return "what arrived at once was read in one order", "in another"


_Pattern = Callable[[Case, Run, Run], Iterator[Diagnostic]]
_PATTERNS: dict[type, tuple[_Pattern, ...]] = {
    Deadlocked: (_missed_signal,),
    Raised: (_read_early,),
    Returned: (_read_early, _left_to_order, _without_order, _too_tight),
}
"""What is looked for, by how the run ended. Other ends have rules of their own."""


def _knobs(run: Run) -> set[str]:
    return {event.knob for event in run.events(Chose)}


def _writes(case: Case) -> list[Write]:
    return [write for uses in case.uses.values() for write in uses.writes if write.after is not None]


def _ends(case: Case, run: Run, write: Write, objects: set[Hashable] | None = None) -> dict[str, int]:
    """Return when each call ended its wait before a write, the first time, in the order in which they did.

    With `objects` only the calls that write a part of one of these.
    """
    owners = Owners(case, run)
    found: dict[str, int] = {}
    for stand in run.stands:
        call = stand.levels[0].call
        if owners.function(call) is not write.function or not is_on(write.after or (), stand, case.file):
            continue
        if objects is None or (write.thing is not None and owners.root(call, write.thing.root) in objects):
            end = len(run.trace.events) if stand.end is None else stand.end
            found.setdefault(quoted(f"{call.function}({call.arguments})"), end)
    return found
