"""Sleeps that stand for a wait: one turn of the event loop for the end of a task, a time for a result.

What is waited for, the text says; that it was not enough, the run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    Blocked,
    CallStarted,
    Diagnostic,
    LeftBehind,
    NeverAwaited,
    Part,
    Raised,
    Returned,
    Span,
    TaskStarted,
    seconds,
)

from .case import Case, Run
from .lateness import is_usual
from .source import Function
from .tasks import awaits_tasks_below, is_endless, unfinished
from .things import arguments
from .words import counted, quoted

_SIGNALS = ("<Event>", "<Condition>", "<Queue>", "<Barrier>", "<Future>")
"""Arguments for which a function can wait."""


def one_turn(case: Case) -> Iterator[Diagnostic]:
    """Name a `sleep(0)` that was to be enough for a task to end."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned):
            continue
        for event in run.events(LeftBehind):
            task = run.tasks.get(event.task)
            line = case.line(task.place) if task is not None else None
            function = case.code.function_at(line) if line is not None else None
            sleep = _last_wait(case, function) if function is not None else None
            if task is None or function is None or sleep is None:
                continue
            known = task.name.partition("(")[0] in case.known_functions
            yield case.diagnostic(
                "sleep-instead-of-await",
                f"`{function.name}` gave {quoted(task.name) if known else 'its task'} one turn of the event loop, "
                "and that had not ended",
                sleep,
                label="enough only for what does not wait any more",
                hint="What ends exactly when the task does, however many turns that takes?",
            )
            return


def _last_wait(case: Case, function: Function) -> ast.Call | None:
    """Return the `sleep(0)` that is the last wait of a function."""
    waits = [node for node in ast.walk(function) if isinstance(node, ast.Await | ast.AsyncWith | ast.AsyncFor)]
    last = max(waits, key=lambda node: node.lineno, default=None)
    match last:
        case ast.Await(value=ast.Call(args=[ast.Constant(value=0)]) as call) if case.code.callee(call).endswith(
            "sleep"
        ):
            return call
        case _:
            return None


def slept_for_a_signal(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep of a function that never looks at the signal that it was given to wait for."""
    for run in case.failed_runs:
        for event in run.events(CallStarted):
            function = case.code.functions.get(event.function)
            if function is None or event.function not in case.entry_names:
                continue
            names = [argument.arg for argument in arguments(function)]
            given = dict(zip(names, event.arguments.split(", "), strict=False))
            read = {name for statement in function.body for name in case.code.names_in(statement)}
            ignored = [name for name, value in given.items() if value in _SIGNALS and name not in read]
            sleeps = [call for call in case.code.calls_of("sleep", within=function) if case.code.is_awaited(call)]
            asked = {part.what for span in run.expected if span.function == event.function for part in span.parts}
            sleeps = [call for call in sleeps if not any(what.startswith("asyncio.sleep(") for what in asked)]
            if ignored and sleeps:
                yield case.diagnostic(
                    "sleep-instead-of-await",
                    f"`{function.name}` slept in place of waiting for `{ignored[0]}`, which it never used",
                    sleeps[0],
                    label="a guess at when it will be time",
                    hint=f"Who knows when it is time, and how does `{ignored[0]}` tell it?",
                )
                return


def looked_after_sleep(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep after which tasks were asked for what they had by then, where the expected run waits for them."""
    for run in case.failed_runs:
        for creator in {event.place for event in run.tasks.values()} if run.trace.target == "main()" else ():
            line = case.line(creator)
            made = case.code.on_line(line, "create_task", "ensure_future") if line is not None else None
            function = case.code.function_of(made) if made is not None else None
            asked = _asked_after_sleep(case, function, made) if made is not None and function is not None else None
            if asked is None or function is None or _sleeps_too(run, asked[0]):
                continue
            sleep, question = asked
            yield case.diagnostic(
                "sleep-instead-of-await",
                f"`{function.name}` slept, and then asked {quoted(case.code.code(question))}, in place of waiting",
                sleep,
                label="a guess at how long the work takes",
                hint="What ends exactly when the work does, however long that takes?",
            )
            return


def _asked_after_sleep(case: Case, function: Function, made: ast.Call) -> tuple[ast.Call, ast.Call] | None:
    """Return a sleep, and what is asked of the task that a call made, without another wait for it in between."""
    kept = case.code.kept_under(made)
    for loop in ast.walk(function):
        if isinstance(loop, ast.For) and kept & case.code.names_in(loop.iter):
            kept |= {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
    questions = [
        call
        for call in case.code.calls_of("result", "done", within=function)
        if isinstance(call.func, ast.Attribute) and kept & case.code.names_in(call.func.value)
    ]
    for sleep in case.code.calls_of("sleep", within=function):
        for question in questions if case.code.is_awaited(sleep) and sleep.lineno > made.lineno else ():
            between = [
                node
                for node in ast.walk(function)
                if isinstance(node, ast.Await) and sleep.lineno < node.lineno <= question.lineno
            ]
            if question.lineno > sleep.lineno and not any(kept & case.code.names_in(node) for node in between):
                return sleep, question
    return None


def _sleeps_too(run: Run, sleep: ast.Call) -> bool:
    """Whether the expected run makes the same sleep."""
    what = f"asyncio.sleep({', '.join(map(ast.unparse, sleep.args))})"
    return any(part.what == what for span in run.expected for part in span.parts)


def sleep_instead(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep that stands where a task's end should be waited for."""
    for run in case.runs:
        for creator in run.spans:
            last = creator.parts[-1] if creator.parts else None
            if last is None or not last.what.startswith("asyncio.sleep(") or last.end != creator.end:
                continue
            alone = [task for task in run.children.get(creator.call, ()) if task.task not in run.awaited_tasks]
            line = case.line(last.place)
            if not alone or line is None or awaits_tasks_below(case, line) or _cancels_below(case, line):
                continue
            if is_usual(case, creator, last) or not _matters(run, creator, alone) or case.pollers(run):
                continue
            names = [task.name for task in alone]
            if all(is_endless(case, name) or run.is_cancelled_in_the_reference(name) for name in names):
                continue
            if _is_asked_for(run, last):
                continue
            loop = case.code.loop_at(line)
            looks = isinstance(loop, ast.While) and bool(case.code.calls_of("done", within=loop.test))
            shown = quoted(names[0]) + (f" and {counted(len(names) - 1, 'other')}" if len(names) > 1 else "")
            yield case.diagnostic(
                "sleep-instead-of-await",
                f"{quoted(creator.label)} slept for {seconds(last.end - last.start)} in place of awaiting {shown}",
                case.code.on_line(line, "sleep") or last.place,
                label="the work may end during it, unnoticed" if looks else "a guess at how long the work takes",
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
