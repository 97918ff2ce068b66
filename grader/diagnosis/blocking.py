"""The event loop could not turn: something waited on its thread, computed there, or never gave control back."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import takewhile

from grader.model import (
    Blocked,
    Computed,
    Deadlocked,
    Diagnostic,
    LimitExceeded,
    Place,
    RealTime,
    SecondLoop,
    TaskStarted,
    ThreadStarted,
    seconds,
)

from .case import Case, Run
from .source import Source
from .words import counted, listed, quoted

WAITS = (
    "get",
    "put",
    "join",
    "acquire",
    "result",
    "wait",
    "input",
    "recv",
    "accept",
    "connect",
    "sleep",
    "urlopen",
    "shutdown",
    "serve_forever",
)
"""Last parts of names of functions that wait on their thread."""

SPINNING = "a loop that reads"
"""How a stretch begins that a loop spent with looking at the clock."""

CALL, SHORT_CALL = 40, 32
"""Characters of a call that are shown in a headline."""

MILLISECOND = 1_000_000
"""Nanoseconds."""

SLOW = 100 * MILLISECOND
"""What asyncio takes for slow: `loop.slow_callback_duration`."""


def threads(case: Case) -> Iterator[Diagnostic]:
    """Name threads that do the waiting in place of tasks: only where the waiting blocks, or coroutines run in them."""
    references = (run.expected_run for run in case.runs if run.expected_run is not None)
    wanted = any(reference.events(ThreadStarted) for reference in references)
    for run in case.runs:
        started = run.events(ThreadStarted)
        held = any(event.what in _JOINS for event in run.events(Blocked))
        elsewhere = run.events(SecondLoop) and not run.trace.script  # a script may keep its loop in a thread
        if not started or not (held or elsewhere) or wanted or (case.is_script and _tasks_wait(run)):
            continue
        if any(other.expected_run is not None and other.expected_run.events(ThreadStarted) for other in case.runs):
            continue  # threads are what is asked for
        place = started[0].place
        line = case.line(place)
        call = case.code.on_line(line, "Thread", "start", "submit", "map") if line is not None else None
        yield case.diagnostic(
            "threads-instead-of-tasks",
            f"{_in_words(started)} did the waiting, and no task did",
            _thread_made(case) or call or place,
            label="starts a thread",
            hint="Which part of asyncio runs several waits at once in one thread?",
        )
        return


def _tasks_wait(run: Run) -> bool:
    """Whether tasks beside the first one wait, too: then a thread stands in for none of them."""
    return any(part.kind == "waiting" for span in run.spans if span.task not in (None, 1) for part in span.parts)


_JOINS = ("Thread.join()", "result_iterator()")
"""Waits for threads, and for what `map` of a pool of threads gives."""


def _in_words(started: Sequence[ThreadStarted]) -> str:
    """Say what was started: of a pool it is not known how many threads."""
    pool = any(event.what == "an executor" for event in started)
    return "a pool of threads" if pool else counted(len(started), "thread")


def _thread_made(case: Case) -> ast.Call | None:
    made = case.code.calls_of("Thread")
    return made[0] if made else None


def blocking_call(case: Case) -> Iterator[Diagnostic]:
    """Name what held up the event loop, and who could not run meanwhile."""
    for run in case.runs:
        held: dict[tuple[Place | None, str], list[Blocked]] = {}
        for event in run.events(Blocked):
            if _is_slight(run, event) or _only_starts(case, event):
                continue
            held.setdefault((event.place, event.what.partition("(")[0]), []).append(event)
        for events in held.values():
            yield _blocked(case, run, events)
        if held:
            return
        for event in run.events(Blocked):
            reading = _reads_output(case, event) if _only_starts(case, event) else None
            if reading is not None:
                yield _blocked(case, run, [event], reading)
                return
    yield from _stuck(case)


def _is_slight(run: Run, event: Blocked) -> bool:
    """Whether a pool had nothing more to do when it was left, and only its workers ended, in real time.

    Processes end in real time also where nothing says so: a wait of a few milliseconds is not told.
    """
    real = run.events(RealTime)
    ends = event.what.endswith((".shutdown()", ".__exit__()"))
    is_real = event.what.startswith("ProcessPoolExecutor.") or (bool(real) and event.until >= real[0].time)
    return ends and is_real and event.until - event.time < SLOW


def _only_starts(case: Case, event: Blocked) -> bool:
    """Whether a line starts another program, which is soon done, and does not wait for its end."""
    line = case.line(event.place)
    return event.what == "Popen()" and line is not None and case.code.on_line(line, "Popen") is not None


def _reads_output(case: Case, event: Blocked) -> ast.AST | None:
    """Return what reads, in the same coroutine function, the output of a program that was started on a line."""
    line = case.line(event.place)
    function = case.code.function_at(line) if line is not None else None
    call = case.code.on_line(line, "Popen") if line is not None else None
    names = case.code.kept_under(call) if call is not None else frozenset()
    for node in ast.walk(function) if isinstance(function, ast.AsyncFunctionDef) else ():
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr="stdout" | "stderr") if name in names:
                outer = case.code.parent(node)
                read = isinstance(outer, ast.Attribute) and outer.attr in ("read", "readline", "readlines")
                if read or (isinstance(outer, ast.For | ast.comprehension) and outer.iter is node):
                    return node
            case _:
                pass
    return None


def _blocked(case: Case, run: Run, events: Sequence[Blocked], read: ast.AST | None = None) -> Diagnostic:
    first = events[0]
    line = case.line(first.place)
    node = read
    what = first.what
    if read is not None:
        what = case.code.code(read)
    elif line is not None and what.startswith(SPINNING):
        node = case.code.loop_at(line)
    elif line is not None:
        node = case.code.on_line(line, what.partition("(")[0].rpartition(".")[2])
        entered = _entered(case, line) if node is None and what.endswith(".acquire()") else None
        what = f"with {case.code.code(entered)}" if entered is not None else what
        if node is None and entered is None:
            node = _helper(case, line)
    total = sum(event.until - event.time for event in events)
    if not what.startswith(SPINNING):
        what = quoted(case.code.code(node) if node is not None else what, CALL if total else SHORT_CALL)
    times = f", in {counted(len(events), 'call')}" if len(events) > 1 else ""
    held = _held_up(run, first)
    return case.diagnostic(
        "blocking-call",
        f"{what} held up the event loop for {_length(total)}{times}"
        if total
        else f"{what} ran on the event loop's thread: nothing else could run meanwhile",
        node or first.place,
        label=f"nothing else runs for {_length(first.until - first.time)}" if total else "nothing else runs meanwhile",
        notes=[
            *_stands_for(case, node),
            *_waits_in(case, node, first),
            *_called_by(case, run, first),
            *held,
            *_for_ever(run, first),
        ],
        hint=next((hint for call, hint in _HINTS.items() if first.what.startswith(call)), _HINT),
        certain=bool(total or held) or not (case.is_script and first.what.startswith(_QUICK)),
    )


_QUICK = ("open(", "Path.", "shutil.", "tempfile.", "os.listdir", "os.make", "os.mkdir", "os.re", "os.scandir")
"""How a call begins that is over at once as a rule: it harms where others wait meanwhile."""

_HINT = "Which way of waiting gives the event loop back meanwhile?"
_HINTS = {
    "input(": "Nobody sits there to type while a program is graded: where else can this text come from?",
    **dict.fromkeys(
        ("open(", "Path.", "os.", "shutil.", "sqlite3.", "subprocess.", "Popen"),
        "Which part of asyncio lets such a call run beside the event loop?",
    ),
}
"""How what blocks begins -> the question to ask."""


def _for_ever(run: Run, event: Blocked) -> list[str]:
    """Say that a wait never ended."""
    outcome = run.trace.outcome
    if not isinstance(outcome, Deadlocked) or not outcome.waiters or outcome.waiters[0].place != event.place:
        return []
    return ["it never went on: what could have ended this wait was not able to run"]


def _stands_for(case: Case, node: ast.AST | None) -> list[str]:
    """Say which function a name stands for, where it does not say so itself."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return []
    full = case.code.callee(node)
    return [f"`{node.func.id}` is `{full}` in this file"] if "." in full else []


def _helper(case: Case, line: int) -> ast.Call | None:
    """Return the call on a line of a helper of another file's, where it is the only one."""
    calls = [node for node in case.code.nodes if isinstance(node, ast.Call) and node.lineno == line]
    given = Source(case.evidence.exercise.given).functions
    name = case.code.callee(calls[0]).rpartition(".")[2] if len(calls) == 1 else ""
    return calls[0] if name in given else None


def _waits_in(case: Case, node: ast.AST | None, event: Blocked) -> list[str]:
    """Say in what a helper of another file's waits."""
    name = case.code.callee(node).rpartition(".")[2] if isinstance(node, ast.Call) else ""
    return [f"`{name}` waits in {quoted(event.what)}"] if name and name not in event.what else []


def _length(nanoseconds: int) -> str:
    return seconds(nanoseconds) if nanoseconds >= MILLISECOND else "less than a millisecond"


def _called_by(case: Case, run: Run, event: Blocked | Computed) -> list[str]:
    """Say through which coroutine a plain helper was reached."""
    line = case.line(event.place)
    helper = case.code.function_at(line) if line is not None else None
    call = run.by_call.get(event.call) if event.call is not None else None
    if helper is None or call is None or helper.name == call.function or isinstance(helper, ast.AsyncFunctionDef):
        return []
    return [f"`{helper.name}` is a plain function; {quoted(call.label)} called it on the event loop's thread"]


def _held_up(run: Run, event: Blocked | Computed) -> list[str]:
    """Say which other tasks were under way."""
    until = event.until if isinstance(event, Blocked) else event.time
    before = takewhile(lambda other: other is not event, run.trace.events)
    ended = isinstance(event, Computed) or not _for_ever(run, event)
    started = {other.task for other in (before if ended else run.trace.events) if isinstance(other, TaskStarted)}
    others = [
        quoted(task.name)
        for number, task in run.tasks.items()
        if number not in (1, event.task)
        and number in started
        and not task.name.startswith("BaseEventLoop.")  # with which `asyncio.run` ends, and no part of the program
        and (number not in run.ends or run.ends[number].time >= until)
    ]
    if not others:
        return []
    if until == event.time:
        return [f"at t={seconds(until)} these could not run meanwhile: {listed(others)}"]
    return [f"from t={seconds(event.time)} to t={seconds(until)} these could not run: {listed(others)}"]


def _stuck(case: Case) -> Iterator[Diagnostic]:
    """Name a call that waits on its thread, in which a run used up its limit."""
    for run in case.runs:
        outcome = run.trace.outcome
        line = case.line(outcome.place) if isinstance(outcome, LimitExceeded) else None
        line = _in_hand(case, run, line)
        if line is None or not isinstance(outcome, LimitExceeded) or outcome.limit not in ("wall", "cpu"):
            continue
        waiting = case.code.on_line(line, *WAITS) or _entered(case, line)
        if waiting is None or outcome.limit != "wall" or case.code.await_round(waiting) is not None:
            continue
        yield case.diagnostic(
            "blocking-call",
            f"{quoted(case.code.code(waiting))} held up the event loop, and nothing else could run",
            waiting,
            label="waits on the event loop's thread",
            hint="Who should bring what this line waits for, and can that code run meanwhile?",
        )
        return


_IN_C = ("recv", "recvfrom", "accept", "input", "urlopen", "serve_forever", "mainloop")
"""Waits that can last for ever in C code, where no line of their own is known."""


def _in_hand(case: Case, run: Run, line: int | None) -> int | None:
    """Return the line at which a run stood: where only the line that runs the loop is known, that of a wait's own.

    It is the only call in a coroutine function that waits so, and nobody awaits it.
    """
    if line is None or case.code.on_line(line, "run", "run_until_complete", "run_forever") is None:
        return line
    waits = [
        call
        for call in case.code.calls_of(*_IN_C)
        if isinstance(case.code.function_of(call), ast.AsyncFunctionDef) and case.code.await_round(call) is None
    ]
    return waits[0].lineno if len(waits) == 1 and any(not span.finished for span in run.spans) else line


def _entered(case: Case, line: int) -> ast.expr | None:
    """Return what a plain `with` on a line enters."""
    found = [node for node in case.code.nodes if isinstance(node, ast.With) and node.lineno == line]
    return found[0].items[0].context_expr if found else None


def cpu_bound(case: Case) -> Iterator[Diagnostic]:
    """Name what computed so long in one step of the event loop that it stood still."""
    for run in case.runs:
        for event in run.events(Computed)[:1]:
            line = case.line(event.place)
            loop = case.code.loop_at(line) if line is not None else None
            loop = loop if loop is not None and loop.lineno == line else None
            yield case.diagnostic(
                "cpu-bound",
                "a computation held up the event loop: nothing else could run meanwhile",
                loop or event.place,
                label="computes, and gives no control back",
                notes=[*_called_by(case, run, event), *_held_up(run, event)],
                hint="Which part of this work could be handed to a thread or process, or cut into pieces?",
            )
            return
