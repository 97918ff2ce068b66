"""An exception left a coroutine. Python's words are often about the symptom: the table below names the cause.

A row is a pattern over `Type: message`, and what to make of it; the first that fits and gives something counts. The
original words stand in a note.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from grader.model import Diagnostic, NeverAwaited, NotSimulated, Place, Raised, Suspended

from . import arguments, callbacks, demands, meanings, protocols, results, swallowing
from .case import Case, Run
from .meanings import Failure, failures
from .names import about
from .refusals import refused
from .words import HEADLINE, plain


def misleading(case: Case) -> Iterator[Diagnostic]:
    """Translate errors whose words name the wrong thing."""
    for run in case.runs:
        for failure in failures(run):
            for row in TABLE:
                if row.pattern.match(failure.text) is None:
                    continue
                found = row.explain(case, failure)
                if found is not None:
                    yield found
                    break


def nested_and_caught(case: Case) -> Iterator[Diagnostic]:
    """Name an event loop started inside a running one, of which only the coroutine that never ran is left to tell."""
    for run in case.runs:
        for event in run.events(NeverAwaited):
            line = case.line(event.place)
            call = case.code.on_line(line, "run", "run_until_complete") if line is not None else None
            if call is None or case.code.callee(call) not in ("asyncio.run", *_OF_LOOPS):
                continue
            if isinstance(case.code.function_of(call), ast.AsyncFunctionDef):
                yield meanings.nested_loop(case, Failure("", event.place))
                return


_OF_LOOPS = ("loop.run_until_complete", "asyncio.get_event_loop.run_until_complete", ".run_until_complete")


def unknown_name(case: Case) -> Iterator[Diagnostic]:
    """Name a name that means nothing, where that ended a run: before what else the program does not do for that."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Raised) and outcome.error == "NameError":
            yield _left(case, run, outcome)
            return


def unhandled(case: Case) -> Iterator[Diagnostic]:
    """Name an exception that left the program."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Raised) or _is_absent(case, run, outcome) or _is_own(case, run, outcome):
            continue
        if run.finding is not None and run.finding.let_out:
            continue
        yield _left(case, run, outcome)
        return


def _left(case: Case, run: Run, outcome: Raised) -> Diagnostic:
    """Say of an exception that it left a run, with what is known of its words."""
    inner = next(failures(run))
    text = plain(inner.text)
    where = "was raised while the file was loaded" if outcome.phase == "load" else f"left {case.subject(run)}"
    message = f"an exception {where}: {text}"
    place = inner.place or outcome.place
    named = about(case, text, place)
    named = named if named.hint else refused(case, text, case.line(place))
    wait = None if named.hint else _raised_on_purpose(case, run, place)
    if wait is not None:
        return case.diagnostic(
            "unhandled-error",
            message,
            wait,
            label="the error comes out here, and nothing handles it",
            notes=[*_words_of_python(text, message, ""), f"raised on line {case.line(place)}"],
            hint="Which error can this wait raise, and which lines say what is to happen then?",
        )
    return case.diagnostic(
        "unhandled-error",
        named.message or message,
        named.node or place,
        label=named.label or f"raised {text.partition(':')[0]}",
        notes=[*_words_of_python(text, message, named.message), *named.notes],
        hint=named.hint or _WHAT_VALUE,
    )


def _raised_on_purpose(case: Case, run: Run, place: Place | None) -> ast.Await | Place | None:
    """Return the wait of `main` that a `raise` of another coroutine function ended: there it could be handled."""
    line = case.line(place)
    statement = case.code.statement(line) if line is not None else None
    raiser = case.code.function_of(statement) if isinstance(statement, ast.Raise) else None
    stands = [stand for stand in run.stands if stand.task == 1]
    if not isinstance(raiser, ast.AsyncFunctionDef) or not stands or run.trace.target != "main()":
        return None
    levels = max(stands, key=lambda stand: (stand.start, len(stand.levels))).levels
    waiting = case.line(levels[0].place)
    direct = any(level.call.function.rpartition(".")[2] == raiser.name for level in levels[1:])
    waits = [event.on for event in run.events(Suspended) if event.task == 1]
    failed = {task for task in (waits[-1] if waits else ()) if task in run.ends and run.ends[task].how == "raised"}
    if waiting is None or raiser is case.code.function_at(waiting) or not (direct or failed):
        return None
    nodes = [node for node in case.code.nodes if isinstance(node, ast.Await) and node.lineno == waiting]
    return nodes[0] if nodes else levels[0].place


def _is_own(case: Case, run: Run, outcome: Raised) -> bool:
    """Whether an entry point that a check called raised by a `raise` of its own: that is for somebody to handle."""
    name = run.trace.target.partition("(")[0]
    function = case.code.functions.get(name)
    line = case.line(outcome.place)
    statement = case.code.statement(line) if line is not None else None
    return name != "main" and isinstance(statement, ast.Raise) and case.code.function_of(statement) is function


def _is_absent(case: Case, run: Run, outcome: Raised) -> bool:
    """Whether a script had an error since a run has no network but its own: that is told, and is no mistake."""
    asked = {event.place for event in run.events(NotSimulated)} if case.is_script else set()
    known = getattr(builtins, outcome.error, None)
    failed = isinstance(known, type) and issubclass(known, OSError)
    return outcome.place in asked or (bool(asked) and (failed or outcome.error in _NETWORK))


_NETWORK = ("gaierror", "herror", "URLError", "ConnectError", "ClientConnectorError", "ClientConnectorDNSError")
"""Errors of other modules that say that nobody could be reached."""


def _words_of_python(text: str, headline: str, better: str) -> list[str]:
    """Return the exception in full, where the headline does not hold it."""
    if better:
        shown = text.partition(" exceeded")[0] + " exceeded" if text.startswith("RecursionError") else text
        return [f"Python's words: {shown}"]
    return [text] if len(headline) > HEADLINE else []


_WHAT_VALUE = "What is the value on this line when the exception is raised, and what was it meant to be?"


class Row(NamedTuple):
    """What an error is really about."""

    pattern: re.Pattern[str]
    explain: Callable[[Case, Failure], Diagnostic | None]


_UNAWAITED = r"(?:coroutine|(?:_asyncio\.)?Task|Future|_GatheringFuture)"
_RESULT_DUE = "|".join(
    (
        rf"'{_UNAWAITED}' object (?:is|does|cannot|has) ",
        rf"(?:unsupported|bad) operand type.*'{_UNAWAITED}'",
        rf"not supported between instances of .*'{_UNAWAITED}'",
        rf"(?:[Oo]bject|argument) of type '?{_UNAWAITED}'? ",
        rf"\bnot ['\"]?{_UNAWAITED}['\"]?(?:\) to \w+)?$",
        rf"expected \w+ instance, {_UNAWAITED} found$",
        rf"passed to {_UNAWAITED}\.__format__$",
        rf"cannot unpack non-iterable {_UNAWAITED} object$",
        rf"\bgot {_UNAWAITED}$",
    )
)
"""What Python says of an operation that was given a coroutine, a task or a future in place of its result."""

_PATTERNS: tuple[tuple[str, Callable[[Case, Failure], Diagnostic | None]], ...] = (
    (
        r"RuntimeError: .*(cannot be called from a running|loop is already running|while another loop is running)",
        meanings.nested_loop,
    ),
    (r"RuntimeError: (cannot reuse already awaited|coroutine is being awaited)", meanings.reused),
    (r"TypeError: (object \w+ can't be used in 'await'|'\w+' object can't be awaited)", arguments.waited_for),
    (
        r"TypeError: (object (?!Task\b)\w+ can't be used in 'await'|'\w+' object can't be awaited)",
        meanings.not_awaitable,
    ),
    (
        r"TypeError: (An asyncio.Future, a coroutine|unhashable type)|RuntimeError: Task got bad yield: <c",
        arguments.gathered,
    ),
    (
        r"(TypeError|ValueError): (a coroutine was expected, got|A coroutine object is required)",
        arguments.expected_coroutine,
    ),
    (r"TypeError: coroutines cannot be used with ", callbacks.refused_callback),
    (r"EOFError", meanings.keyboard),
    (r"RuntimeError: Task cannot await on itself", meanings.awaits_itself),
    (r"TypeError: (Passing coroutines is forbidden|expects? an? (list|iterable) of )", arguments.waited),
    (r"(ValueError: Set of Tasks/Futures is empty|TypeError: wait\(\) takes 1 positional)", arguments.waited),
    (r"InvalidStateError: .*not (set|ready)", meanings.not_ready),
    (r"RuntimeError: (no running event loop|There is no current event loop)", meanings.no_loop),
    (
        r"(RuntimeError|ValueError): .*(got Future|different (event )?loop|Event loop is closed|loop of another kind)",
        meanings.wrong_loop,
    ),
    (
        r"TypeError: (.* does not support the context manager protocol|Use async with)|AttributeError: __enter__",
        meanings.plain_with,
    ),
    (r"TypeError: '(async for|async with)' received an (invalid )?object from __", protocols.given_by_method),
    (r"TypeError: ('async for' requires|'\w+' object is not (iterable|an iterator))", protocols.iterated),
    (r"TypeError: '\w+' object is not an async itera(tor|ble)", protocols.no_async_iterator),
    (r"RuntimeError: \w+\(\): asynchronous generator is already running", protocols.asked_twice),
    (r"RuntimeError: async generator raised Stop", protocols.ended_by_raising),
    (r"RuntimeError: coroutine raised StopIteration", protocols.stopped),
    (r"AttributeError: 'async_generator' object has no attribute 'close'", protocols.closed),
    (r"TypeError: 'async_generator' object does not support the asynchronous context", protocols.entered),
    (r"TypeError: \w+\.__a?(enter|exit|iter|next)__\(\) takes ", protocols.exit_called),
    (r"TypeError: '\w+' object does not support the asynchronous context manager", protocols.entered_plainly),
    (r"(TypeError|AttributeError): .*'async_generator'", protocols.no_items_yet),
    (r"TypeError: '\w+' object is not callable", meanings.executor),
    (r"RuntimeError: async generator ignored GeneratorExit", swallowing.closing_swallowed),
    (r"RuntimeError: TaskGroup .* (has not been entered|is finished)", demands.group_outside),
    (r"TypeError: '[\w.]+' object does not support the asynchronous context manager", arguments.entered),
    (rf"(TypeError|AttributeError): .*?(?:{_RESULT_DUE})", results.wanted),
    (r"RuntimeError: await wasn't used with future", results.wanted),
    (r"(TypeError|AttributeError): .*NoneType", results.nothing_returned),
)

TABLE = tuple(Row(re.compile(pattern, re.DOTALL), explain) for pattern, explain in _PATTERNS)
