"""What an error is really about, where Python's words name the symptom: one function for each family of words.

Each takes the failure and gives a diagnosis, or None where the program shows that the words mean something else.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.model import Blocked, Diagnostic, NeverRetrieved, Place, Raised, TaskEnded

from .case import Case, Run
from .contract import plain_entry
from .source import Function
from .words import named, plain, quoted


@dataclass(frozen=True)
class Failure:
    """An exception."""

    text: str
    """`Type: message`."""
    place: Place | None
    """The learner's innermost line, where it is known."""


def failures(run: Run) -> Iterator[Failure]:
    """Yield the exceptions of a run: the one that left it first, but a group last, which hides what it holds."""
    outcome = run.trace.outcome
    place = outcome.place if isinstance(outcome, Raised) else None
    group = isinstance(outcome, Raised) and outcome.error.endswith("ExceptionGroup")
    if isinstance(outcome, Raised):
        for one in outcome.held if group else (outcome,):
            yield Failure(f"{one.error}: {one.message}", one.place or place)
    for event in run.trace.events:
        match event:
            case TaskEnded(how="raised", detail=text) | NeverRetrieved(error=text):
                if "ExceptionGroup: " not in text:
                    yield Failure(text, place)
            case _:
                pass
    if isinstance(outcome, Raised) and group:
        yield Failure(f"{outcome.error}: {outcome.message}", place)


def original(failure: Failure) -> list[str]:
    """Return the note that holds Python's own words."""
    return [f"Python's words: {plain(failure.text)}"]


def call_at(case: Case, failure: Failure, *names: str) -> ast.Call | None:
    """Return the call of one of these names at the place of a failure, or else the only one in the file."""
    line = case.line(failure.place)
    found = case.code.on_line(line, *names) if line is not None else None
    if found is not None:
        return found
    everywhere = case.code.calls_of(*names)
    return everywhere[0] if len(everywhere) == 1 or (everywhere and line is None) else None


def nested_loop(case: Case, failure: Failure) -> Diagnostic:
    """Name an event loop started inside a running one."""
    call = call_at(case, failure, "run", "run_until_complete", "run_forever")
    shown = quoted(case.code.code(call)) if call is not None else "another event loop"
    return case.diagnostic(
        "nested-event-loop",
        f"{shown} was called while an event loop was running",
        call or failure.place,
        label="starts a loop inside the running one",
        notes=original(failure) if failure.text else ["the error that this raised was caught"],
        hint="The loop that runs this coroutine is there already: what hands it another coroutine to run?",
    )


def reused(case: Case, failure: Failure) -> Diagnostic:
    """Name a coroutine that was awaited twice."""
    line = case.line(failure.place)
    awaits = [node for node in case.code.nodes if isinstance(node, ast.Await) and node.lineno == line]
    kept = ast.Name | ast.Attribute | ast.Subscript
    node = next((node for node in awaits if isinstance(node.value, kept)), None)
    shown = quoted(case.code.code(node.value)) if node is not None else "a coroutine object"
    return case.diagnostic(
        "coroutine-reuse",
        f"{shown} was awaited a second time, but a coroutine runs only once",
        node or failure.place,
        label="awaited before",
        notes=original(failure),
        hint="Where could the result of the first `await` be kept, so that it can be used twice?",
    )


def not_awaitable(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a value behind `await` that cannot be awaited. What held up the event loop has a rule of its own."""
    line = case.line(failure.place)
    awaits = [node for node in case.code.nodes if isinstance(node, ast.Await) and node.lineno == line]
    blocked = {case.line(event.place) for run in case.runs for event in run.events(Blocked)}
    if not awaits or line in blocked:
        return None
    node = awaits[-1]
    plain = plain_function(case, node.value)
    if plain in case.entry_names:
        return plain_entry(case, plain, original(failure)[0])
    what = quoted(case.code.code(node.value))
    found = re.search(r"(?:object |')(\w+)(?:'| can't)", failure.text)
    kind = named(found[1]) if found else "that"
    loops = isinstance(node.value, ast.Call) and case.code.callee(node.value).endswith("as_completed")
    kind = "an iterator" if loops else kind
    held = isinstance(node.value, ast.Name | ast.Attribute)
    message = f"{what} {'was' if held else 'gave'} {kind}, which cannot be awaited"
    label = f"{kind}: nothing that can be awaited" if held else "gives a value at once: nothing to wait for"
    hint = f"What does {what} give, and is there anything to wait for?"
    if loops:
        label = "for a loop to go through; to make it takes no time"
        hint = "What does a loop over `as_completed` get at each turn, and what waits for its result?"
    elif kind in ("a function", "a method"):
        label = f"{kind} that was not called"
    elif plain:
        label = f"`{plain}` is defined with `def`"
    elif found is not None and found[1] in _ENTERED:
        hint = f"Which statement waits for {kind} when it begins, and gives it back when it ends?"
    return case.diagnostic("await-non-awaitable", message, node, label=label, notes=original(failure), hint=hint)


_ENTERED = ("Lock", "Semaphore", "BoundedSemaphore", "Condition")
"""Classes of objects that `async with` enters."""


def plain_function(case: Case, node: ast.AST) -> str:
    """Return the name of the learner's plain function that a node calls, or an empty string."""
    if not isinstance(node, ast.Call):
        return ""
    name = case.code.callee(node).rpartition(".")[2]
    return name if isinstance(case.code.functions.get(name), ast.FunctionDef) else ""


def awaits_itself(case: Case, failure: Failure) -> Diagnostic:
    """Name a task that waits for its own end."""
    return case.diagnostic(
        "await-cycle",
        "a task waited for its own end, which cannot come while it waits",
        failure.place,
        label="waits for itself",
        notes=original(failure),
        hint="Which task runs this line, and which one does the line wait for?",
    )


def keyboard(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a call that waits for the keyboard."""
    call = call_at(case, failure, "input")
    if call is None:
        return None
    return case.diagnostic(
        "blocking-call",
        f"{quoted(case.code.code(call))} waited for the keyboard on the event loop's thread",
        call,
        label="nothing else runs until a line is typed",
        notes=original(failure),
        hint="Which other coroutines could run while nobody types?",
    )


def timeout(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a time limit that ran out."""
    call = call_at(case, failure, "timeout", "wait_for", "timeout_at", "as_completed")
    if call is None:  # a limit that belongs to a session, and runs out wherever the session is used
        call = next(iter(case.code.calls_of("ClientTimeout")), None)
    if call is None:
        return None
    goes_on = case.code.callee(call).endswith("as_completed")
    if goes_on and all(keyword.arg != "timeout" for keyword in call.keywords):
        return None
    shown = quoted("as_completed(…)" if goes_on else case.code.code(call))
    return case.diagnostic(
        "timeout-misuse",
        f"{shown} ran out of time, and gave up what was still under way"
        if goes_on
        else f"{shown} ran out, and what was still under way was cancelled",
        call,
        label="the limit",
        notes=original(failure),
        hint="How long may the work take, and what is to happen to it when the limit is reached?",
    )


def not_ready(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a result that was asked for too early."""
    call = call_at(case, failure, "result", "exception")
    if call is None:
        return None
    early = _called_at_once(case, call)
    if early is not None:
        taker, given = early
        return case.diagnostic(
            "result-not-ready",
            f"`{taker}` was to be given what {quoted(case.code.code(given))} returns, not a function to call",
            given,
            label="called here, before the task has ended",
            notes=original(failure),
            hint=f"Who should call `{case.code.callee(given)}`: this line, or the task when it has ended?",
        )
    return case.diagnostic(
        "result-not-ready",
        f"{quoted(case.code.code(call))} was asked for before the task had ended",
        call,
        label="it has not ended yet" if case.code.callee(call).endswith("exception") else "no result yet",
        notes=original(failure),
        hint="What waits until a task has ended, and gives its result?",
    )


def _called_at_once(case: Case, asked: ast.Call) -> tuple[str, ast.Call] | None:
    """Return what takes a callback, and the call that stands in its place: of the function that asks for a result."""
    function = case.code.function_of(asked)
    for taker in case.code.calls_of("add_done_callback") if isinstance(function, ast.FunctionDef) else ():
        given = taker.args[0] if taker.args else None
        if isinstance(given, ast.Call) and case.code.functions.get(case.code.callee(given)) is function:
            return case.code.callee(taker).rpartition(".")[2], given
    return None


def no_loop(case: Case, failure: Failure) -> Diagnostic:
    """Name a call that needs a running event loop."""
    call = call_at(
        case, failure, "create_task", "gather", "ensure_future", "get_running_loop", "get_event_loop", "timeout"
    )
    shown = quoted(case.code.code(call)) if call is not None else "asyncio"
    outside = call is not None and case.code.function_of(call) is None
    return case.diagnostic(
        "no-running-loop",
        f"{shown} was called where no event loop was running",
        call or failure.place,
        label="runs while the file is loaded, before the loop" if outside else "no loop runs here",
        notes=original(failure),
        hint="From which moment on does an event loop run in this program, and which code runs inside it?",
    )


def wrong_loop(case: Case, failure: Failure) -> Diagnostic:
    """Say that an object belongs to another event loop."""
    return case.diagnostic(
        "wrong-loop",
        "an object of one event loop was used under another one, or after its loop had closed",
        failure.place,
        label="belongs to another loop",
        notes=original(failure),
        hint="How many event loops does this program start, and which of them does this object belong to?",
    )


def plain_with(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an object that only `async with` can enter."""
    line = case.line(failure.place)
    nodes = [node for node in case.code.nodes if isinstance(node, ast.With) and node.lineno == line]
    found = re.search(r"'(\w+)' object", failure.text)
    kind = found[1] if found is not None else ""
    if not nodes or kind == "coroutine" or _cannot_be_entered(case, kind):
        return None
    shown = quoted(case.code.code(nodes[0].items[0].context_expr))
    if hasattr(builtins, kind) or kind == "NoneType":
        return case.diagnostic(
            "sync-context-manager",
            f"`with` was used on {shown}, which gave {named(kind)}",
            nodes[0],
            label=f"{named(kind)}: nothing that can be entered",
            notes=original(failure),
            hint="Which object is to be entered here, and which statement waits until that is possible?",
        )
    return case.diagnostic(
        "sync-context-manager",
        f"`with` was used on {shown}, which can only be entered with a wait",
        nodes[0],
        label="enters without waiting",
        notes=original(failure),
        hint="Which form of `with` can hand control to the event loop while it enters?",
    )


def _cannot_be_entered(case: Case, kind: str) -> bool:
    """Whether a class of the program's own has no method that `async with` calls."""
    own = next((node for node in case.code.nodes if isinstance(node, ast.ClassDef) and node.name == kind), None)
    methods = [node.name for node in ast.walk(own) if isinstance(node, Function)] if own is not None else []
    return own is not None and not own.bases and "__aenter__" not in methods


def executor(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a call that was made before the thread could make it."""
    call = call_at(case, failure, "to_thread", "run_in_executor", "submit")
    if call is None:
        return None
    argument = next((argument for argument in call.args if isinstance(argument, ast.Call)), None)
    shown = quoted(case.code.code(argument)) if argument is not None else "a function's result"
    return case.diagnostic(
        "executor-misuse",
        f"a thread was given what {shown} had returned, not a function to call",
        argument or call,
        label="called here, before the thread begins",
        notes=original(failure),
        hint="Who should call the function: this line, or the thread?",
    )
