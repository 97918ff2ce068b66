"""Tasks that were started and not looked after: nobody waits, nobody keeps them, nobody sees their errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    Blocked,
    CallStarted,
    Diagnostic,
    Interrupted,
    LeftBehind,
    NeverAwaited,
    NeverRetrieved,
    Part,
    Place,
    Raised,
    Returned,
    Span,
    TaskEnded,
    TaskStarted,
    ThreadStarted,
    seconds,
)
from grader.trace import polling

from .awaiting import CALLBACK_CALLS
from .case import Case, Run
from .lateness import is_usual
from .names import about
from .source import Source
from .words import called, counted, quoted

STARTERS = ("create_task", "ensure_future", "gather", "Task", "run_coroutine_threadsafe")


def gather_not_awaited(case: Case) -> Iterator[Diagnostic]:
    """Name a `gather` for which nobody waited."""
    for run in case.runs:
        for event in run.events(LeftBehind):
            call = _starter(case, run.tasks.get(event.task))
            if call is None or not case.code.callee(call).endswith("gather") or case.code.is_awaited(call):
                call = _thrown_away(case, call)
            if call is None:
                continue
            yield case.diagnostic(
                "gather-misuse",
                f"`gather` was not awaited: {_ended(case, run)} without it",
                call,
                label="starts its coroutines, and nobody waits for them",
                notes=unfinished(run),
                hint="What does `gather` give back, and who waits for that?",
            )
            return


def _thrown_away(case: Case, starter: ast.Call | None) -> ast.Call | None:
    """Return a `gather` of what a call started, that stands as a statement of its own."""
    names = case.code.kept_under(starter) if starter is not None else frozenset()
    for call in case.code.calls_of("gather"):
        if case.code.is_statement(call) and (names & case.code.names_in(call) or starter is call):
            return call
        handed = {name for name in case.code.names_in(call) if name in _left_by_wait(case)}
        if case.code.is_statement(call) and handed and names:
            return call
    return None


def _left_by_wait(case: Case) -> set[str]:
    """Return the names of what `asyncio.wait` gives back."""
    return {
        name.id
        for node in case.code.nodes
        if isinstance(node, ast.Assign) and case.code.calls_of("wait", within=node.value)
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }


def _starter(case: Case, task: TaskStarted | None) -> ast.Call | None:
    line = case.line(task.place) if task is not None else None
    return case.code.on_line(line, *STARTERS) if line is not None else None


def _ended(case: Case, run: Run, time: int | None = None) -> str:
    what = "an event loop" if run.trace.script else case.subject(run)
    return f"{what} ended at t={seconds(run.trace.duration_ns if time is None else time)}"


def unfinished(run: Run) -> list[str]:
    """Return a note that lists the tasks that were left unfinished."""
    labels = [run.names.get(event.task, "a task") for event in run.events(LeftBehind)]
    return [f"unfinished then: {', '.join(quoted(label) for label in labels[:4])}"] if labels else []


def sleep_instead(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep that stands where a task's end should be waited for."""
    for run in case.runs:
        for creator in run.spans:
            last = creator.parts[-1] if creator.parts else None
            if last is None or not last.what.startswith("asyncio.sleep(") or last.end != creator.end:
                continue
            alone = [task for task in run.children.get(creator.call, ()) if task.task not in run.awaited_tasks]
            line = case.line(last.place)
            if not alone or line is None or _awaits_tasks_below(case, line) or _cancels_below(case, line):
                continue
            if is_usual(case, creator, last) or not _matters(run, creator, alone) or polling(run.trace, case.code.text):
                continue
            names = [task.name for task in alone]
            if all(is_endless(case, name) or run.is_cancelled_in_the_reference(name) for name in names):
                continue
            if _is_asked_for(run, last):
                continue
            shown = quoted(names[0]) + (f" and {counted(len(names) - 1, 'other')}" if len(names) > 1 else "")
            yield case.diagnostic(
                "sleep-instead-of-await",
                f"{quoted(creator.label)} slept for {seconds(last.end - last.start)} in place of awaiting {shown}",
                case.code.on_line(line, "sleep") or last.place,
                label="a guess at how long the work takes",
                notes=unfinished(run) or _too_long(run, alone, last.end),
                hint="What ends exactly when the work does, however long that takes?",
            )
            return


def moved_wait(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep of the caller that stands for a wait which belongs into the work itself."""
    for name in case.entry_names:
        function = case.code.functions.get(name)
        if not isinstance(function, ast.AsyncFunctionDef) or name == "main" or not case.code.calls_of(name):
            continue
        waits = any(isinstance(node, ast.Await | ast.AsyncWith | ast.AsyncFor) for node in ast.walk(function))
        waits = waits or any(node.is_async for node in ast.walk(function) if isinstance(node, ast.comprehension))
        due = any(span.end > span.start for run in case.runs for span in run.expected if span.function == name)
        callers = {case.code.function_of(call) for call in case.code.calls_of(name)}
        asked = {
            part.what for run in case.runs for span in run.expected if span.function == "main" for part in span.parts
        }
        sleeps = [
            call
            for call in case.code.calls_of("sleep")
            if case.code.is_awaited(call)
            and case.code.function_of(call) in callers
            and f"asyncio.sleep({', '.join(map(ast.unparse, call.args))})" not in asked
        ]
        if waits or not due or not sleeps or _fails_to_wait(case, function):
            continue
        sleeper = case.code.function_of(sleeps[0])
        yield case.diagnostic(
            "sleep-instead-of-await",
            f"`{name}` did not wait at all; `{sleeper.name if sleeper else 'main'}` slept in its place",
            sleeps[0],
            label=f"a wait that `{name}` does not make",
            hint=f"Which function is to wait, and who needs to know when `{name}` has ended?",
        )
        return


def _fails_to_wait(case: Case, function: ast.AsyncFunctionDef) -> bool:
    """Whether a function makes a wait that is none: a coroutine that is not awaited, a call that blocks."""
    lines = range(function.lineno, (function.end_lineno or function.lineno) + 1)
    places = [event.place for run in case.runs for event in run.events(NeverAwaited)]
    places += [event.place for run in case.runs for event in run.events(Blocked)]
    return any((case.line(place) or 0) in lines for place in places)


def _is_asked_for(run: Run, slept: Part) -> bool:
    """Whether the expected run makes the same sleep at the same time: then it is a part of the task, and no guess."""
    return any((part.what, part.start) == (slept.what, slept.start) for span in run.expected for part in span.parts)


def _awaits_tasks_below(case: Case, line: int) -> bool:
    """Whether the function goes on to await what was made before: tasks that have ended leave no trace of it."""
    function = case.code.function_at(line)
    awaited = [node.value for node in ast.walk(function) if isinstance(node, ast.Await)] if function is not None else []
    calls = {*case.known_functions, "sleep"}
    return any(
        node.lineno > line and not (isinstance(node, ast.Call) and case.code.callee(node).rpartition(".")[2] in calls)
        for node in awaited
    )


def _cancels_below(case: Case, line: int) -> bool:
    """Whether the function cancels something after a line: then a sleep before it is a time to work, and no guess."""
    function = case.code.function_at(line)
    makers = {case.code.function_of(call) for call in case.code.calls_of("cancel")}
    names = {"cancel", *(maker.name for maker in makers if maker is not None and maker is not function)}
    return function is not None and any(call.lineno > line for call in case.code.calls_of(*names, within=function))


def _matters(run: Run, creator: Span, alone: list[TaskStarted]) -> bool:
    """Whether the sleep was too short, or longer than the work: of a script nobody says that the latter is wrong."""
    ends = [run.ends[task.task].time for task in alone if task.task in run.ends]
    left = {event.task for event in run.events(LeftBehind)}
    early = isinstance(run.trace.outcome, Raised) and run.trace.outcome.error == "InvalidStateError"
    too_long = bool(ends) and max(ends) < creator.end and not run.trace.script
    return early or any(task.task in left for task in alone) or too_long


def _too_long(run: Run, alone: list[TaskStarted], woke: int) -> list[str]:
    ends = [run.ends[task.task].time for task in alone if task.task in run.ends]
    return [f"the work was done at t={seconds(max(ends))}, the sleep ended at t={seconds(woke)}"] if ends else []


def not_kept(case: Case) -> Iterator[Diagnostic]:
    """Name a task that was collected while it waited, since nobody kept it."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned):
            continue
        left = {event.task for event in run.events(LeftBehind)}
        for task in run.tasks.values():
            call = _starter(case, task)
            if task.task in run.ends or task.task in left or call is None or not case.code.is_statement(call):
                continue
            yield case.diagnostic(
                "task-not-kept",
                f"the task {quoted(task.name)} was thrown away while it waited: nothing referred to it",
                call,
                label="the task is not kept",
                hint="The event loop keeps weak references only: who else could hold on to this task?",
            )
            return


def cancel_not_called(case: Case) -> Iterator[Diagnostic]:
    """Name a `cancel` without parentheses, which cancels nothing."""
    for node in case.code.nodes if case.failed_runs else ():
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute) and node.value.attr == "cancel":
            yield case.diagnostic(
                "task-not-cancelled",
                f"{quoted(case.code.code(node.value))} was named and not called, so nothing was cancelled",
                node.value,
                label="names the method",
                hint="What has to stand behind a method's name for it to be called?",
            )
            return


def lost(case: Case) -> Iterator[Diagnostic]:
    """Name tasks that were cut off when the program ended by itself."""
    for run in case.runs:
        cut_off = isinstance(run.trace.outcome, Returned) or (run.trace.script and run.fails_its_own_test)
        for event in run.events(LeftBehind) if cut_off else ():
            task = run.tasks.get(event.task)
            call = _starter(case, task)
            name = run.names.get(event.task, "a task")
            endless = is_endless(case, name)
            shield = _shield_of(case, call)
            if shield is not None:
                yield case.diagnostic(
                    "timeout-misuse",
                    f"the limit ended the wait, and not {quoted(name)}: {_ended(case, run, event.time)} without it",
                    shield,
                    label="keeps the cancellation from what stands inside",
                    notes=unfinished(run),
                    hint="What does a time limit do to what it waits for, and what does `shield` keep from that?",
                )
                return
            kept = next((node for node in case.code.around(call) if _is_shield(case, node)), None) if call else None
            if kept is not None and any(end.how == "cancelled" for end in run.ends.values()):
                yield case.diagnostic(
                    "task-not-cancelled",
                    f"{_ended(case, run, event.time)}, and {quoted(name)} had not been cancelled: it was shielded",
                    kept,
                    label="keeps a cancellation from what it waits for",
                    notes=unfinished(run),
                    hint="What does `shield` pass on when the code that waits is cancelled?",
                )
                return
            if (endless or run.is_cancelled_in_the_reference(name)) and not _cut_at_work(run, event):
                yield case.diagnostic(
                    "task-not-cancelled",
                    f"{_ended(case, run, event.time)}, and {quoted(name)}, which never ends by itself, was still there"
                    if endless
                    else f"{_ended(case, run, event.time)}, and {quoted(name)} had not been cancelled",
                    call or (task.place if task is not None else None),
                    label="started here; nothing stops it",
                    notes=unfinished(run),
                    hint="Who tells this task that there is no more to do, and who waits until it has stopped?",
                )
                return
            yield case.diagnostic(
                "lost-task",
                f"{_ended(case, run, event.time)}, and {quoted(name)} was cut off",
                call or (task.place if task is not None else None),
                label="started here; nobody waits until it has ended",
                notes=unfinished(run),
                hint="Which line waits until this task has ended?",
            )
            return


def _is_shield(case: Case, node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and case.code.callee(node).rpartition(".")[2] == "shield"


def _cut_at_work(run: Run, left: LeftBehind) -> bool:
    """Whether a program ended before the expected run does, and a task had lines to print by then."""
    reference, name = run.expected_run, run.names.get(left.task, "")
    if reference is None or run.trace.duration_ns >= reference.trace.duration_ns:
        return False
    printed = {line.text for line in run.lines}
    due = [line for span in reference.spans if span.label == name for line in span.lines]
    return any(time > run.trace.duration_ns and text not in printed for time, text in due)


def _shield_of(case: Case, starter: ast.Call | None) -> ast.Call | None:
    """Return the `shield` under a time limit that keeps a limit from what a call started."""
    names = case.code.kept_under(starter) if starter is not None else frozenset()
    for shield in case.code.calls_of("shield"):
        limits = [outer for outer in case.code.around(shield) if isinstance(outer, ast.Call | ast.AsyncWith)]
        limited = any(case.code.calls_of("wait_for", "timeout", within=outer) for outer in limits)
        if limited and names & case.code.names_in(shield):
            return shield
    return None


def is_endless(case: Case, name: str) -> bool:
    """Whether the function of a task has a loop that nothing in it ends."""
    function_name = name.partition("(")[0].rpartition(".")[2]
    given = Source(case.evidence.exercise.given).functions
    function = case.code.functions.get(function_name) or given.get(function_name)
    loops = [node for node in ast.walk(function) if isinstance(node, ast.While)] if function is not None else []
    ends = (ast.Break, ast.Return, ast.Raise)
    return any(
        isinstance(loop.test, ast.Constant) and not any(isinstance(node, ends) for node in ast.walk(loop))
        for loop in loops
    )


def swallowed(case: Case) -> Iterator[Diagnostic]:
    """Name an exception at which nobody looked."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned | Interrupted):
            continue
        for event in run.events(NeverRetrieved):
            task = _raiser(run, event)
            if task is None and event.task is None:
                threads = run.events(ThreadStarted) if not case.code.calls_of(*CALLBACK_CALLS) else ()
                yield _thread_raised(case, event.error, threads[-1]) if threads else _callback_raised(case, event.error)
                return
            if task is not None and task.place is not None and case.line(task.place) is None and not case.is_script:
                continue  # the checks started it, and look at it in their own way
            name = called(task.name) if task is not None else "a task"
            defined = _definition(run, task) if task is not None and task.place is None else None
            yield case.diagnostic(
                "swallowed-exception",
                f"{name} raised {event.error}, and nobody looked",
                (about(case, event.error, defined).node or defined if defined is not None else None)
                or _starter(case, task)
                or (task.place if task is not None else None),
                label="its error is never looked at" if defined is None else "only asyncio's log speaks of it",
                hint="Who awaits this task, and what happens to an exception that nobody awaits?",
            )
            return
        yield from _ended_unseen(case, run)
        yield from _unused_exceptions(case, run)


def _raiser(run: Run, event: NeverRetrieved) -> TaskStarted | None:
    """Return the task of an exception: of one that asyncio started and reports on itself, that which ended with it."""
    if event.task is not None:
        return run.tasks.get(event.task)
    ended = (end.task for end in run.ends.values() if (end.how, end.detail) == ("raised", event.error))
    return next((run.tasks[task] for task in ended if task in run.tasks), None)


def _definition(run: Run, task: TaskStarted) -> Place | None:
    """Return where the function of a task is defined that no line of the program's started."""
    return next((call.definition for call in run.events(CallStarted) if call.task == task.task), None)


def _ended_unseen(case: Case, run: Run) -> Iterator[Diagnostic]:
    """Name a task that had raised, and was cancelled or forgotten then: a cancellation takes the warning away."""
    goes_on = run.trace.script and isinstance(run.trace.outcome, Interrupted)
    for event in run.events(TaskEnded) if run.finding is not None or goes_on else ():
        task = run.tasks.get(event.task)
        call = _starter(case, task)
        if event.how != "raised" or call is None or event.task in run.awaited_tasks:
            continue
        if case.code.callee(call) not in _ALONE and not (goes_on and case.code.callee(call).endswith(".create_task")):
            continue
        kept = case.code.kept_under(call)
        if not kept or (goes_on and kept & _read(case)):
            continue
        if _awaits_tasks_below(case, call.lineno) or case.code.calls_of("result", "exception", "add_done_callback"):
            continue
        yield case.diagnostic(
            "swallowed-exception",
            f"{quoted(run.names.get(event.task, 'a task'))} raised {event.detail}, and nobody looked",
            call,
            label="its error is never looked at",
            hint="Who awaits this task, and what happens to an exception that nobody awaits?",
        )
        return


def _read(case: Case) -> frozenset[str]:
    """Return the names that are read anywhere in the program."""
    return frozenset(
        node.id for node in case.code.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    )


_ALONE = ("asyncio.create_task", "asyncio.ensure_future")
"""What makes a task that nobody waits for by itself."""


def _thread_raised(case: Case, error: str, thread: ThreadStarted) -> Diagnostic:
    """Say that a thread ended with an exception, of which whoever started it knows nothing."""
    return case.diagnostic(
        "swallowed-exception",
        f"a thread raised {error}, and nobody looked",
        thread.place,
        label="its error is never looked at",
        hint="Who waits for this thread, and gets to know how it ended?",
    )


def _callback_raised(case: Case, error: str) -> Diagnostic:
    """Say that what the event loop called raised, which it writes to its log and to no one else."""
    calls = case.code.calls_of(*CALLBACK_CALLS)
    early = [argument for call in calls for argument in call.args if isinstance(argument, ast.Call)]
    mistaken = len(early) == 1 and "is not callable" in error
    node: ast.AST | None = early[0] if mistaken else calls[0] if len(calls) == 1 else None
    shown = quoted(case.code.code(early[0])) if mistaken else ""
    return case.diagnostic(
        "swallowed-exception",
        f"a callback was what {shown} had returned, not a function to call"
        if mistaken
        else f"a callback raised {error}, and nobody looked",
        node,
        label="called here, before the event loop could call it" if mistaken else "the event loop calls this later",
        notes=[f"Python's words: {error}"],
        hint="Who should call the function: this line, or the event loop?"
        if mistaken
        else "What does the event loop call here, with which arguments, and who sees its exception?",
    )


def _unused_exceptions(case: Case, run: Run) -> Iterator[Diagnostic]:
    """`gather(…, return_exceptions=True)` whose results are thrown away, while a task raised."""
    raised = [event for event in run.events(TaskEnded) if event.how == "raised"]
    for call in case.code.calls_of("gather"):
        asked = any(keyword.arg == "return_exceptions" for keyword in call.keywords)
        outer = case.code.parent(call)
        if raised and asked and isinstance(outer, ast.Await) and case.code.is_statement(outer):
            yield case.diagnostic(
                "swallowed-exception",
                f"{quoted(run.names.get(raised[0].task, 'a task'))} raised {raised[0].detail}, and nobody looked",
                call,
                label="errors become results, and the results are thrown away",
                hint="Where do the exceptions go that `return_exceptions=True` collects?",
            )
            return


def silent_handler(case: Case) -> Iterator[Diagnostic]:
    """Ask about an `except` that catches everything and does nothing."""
    if not case.failed_runs:
        return
    for node in case.code.nodes:
        if not isinstance(node, ast.ExceptHandler) or not all(
            isinstance(s, ast.Pass | ast.Continue) or (isinstance(s, ast.Return) and s.value is None) for s in node.body
        ):
            continue
        if node.type is None or case.code.dotted(node.type) in ("Exception", "BaseException"):
            yield case.diagnostic(
                "swallowed-exception",
                "every error was caught here, and nothing was done about it",
                node,
                label="what was caught is thrown away",
                hint="Which errors arrive here, and who gets to know of them?",
                certain=False,
            )
            return
