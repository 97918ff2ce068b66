"""What comes to a script from outside, or never: signals, and what is typed.

A program that waits for a signal is idle, and right: no run sends it one. But only handlers of the event loop wake it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Deadlocked, Diagnostic

from .case import Case
from .deadlocks import told
from .source import Source
from .words import quoted

_WAKES = ("set", "set_result", "set_exception", "put_nowait", "cancel", "stop")
"""Methods with which a handler ends a wait."""

_SIGNALLED = ("Event.wait()", "a future", "Condition.wait()")
"""How the waits end that wait for a signal as a rule."""


def from_outside(text: str, outcome: Deadlocked) -> tuple[str, int] | None:
    """Return what an idle script waits for that comes from outside, and the line that says so; None for nothing."""
    code = Source(text)
    for call in code.calls_of("add_signal_handler"):
        wakes = any(_wakes(code, argument) for argument in call.args[1:2])
        if wakes and any(waiter.awaiting.endswith(_SIGNALLED) for waiter in outcome.waiters):
            return "a signal", call.lineno
    for call in code.calls_of("connect_read_pipe"):
        typed = any(code.dotted(argument) == "sys.stdin" for argument in call.args)
        if typed and any(waiter.awaiting.startswith("StreamReader.") for waiter in outcome.waiters):
            return "standard input", call.lineno
    return None


def _wakes(code: Source, handler: ast.expr) -> tuple[ast.AST, ...]:
    """Return what in a handler ends a wait: it names the method itself, or a function that calls one."""
    if isinstance(handler, ast.Attribute) and handler.attr in _WAKES:
        return (handler,)
    own = code.functions.get(code.dotted(handler).rpartition(".")[2])
    return code.calls_of(*_WAKES, within=own or handler)


def handler_of_python(case: Case) -> Iterator[Diagnostic]:
    """Name a handler of `signal.signal` that is to end a wait of the event loop, which does not wake for it."""
    for run in case.runs if case.is_script else ():
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked) or case.code.calls_of("add_signal_handler"):
            continue
        for call in case.code.calls_of("signal"):
            if case.code.callee(call) != "signal.signal" or len(call.args) != 2:
                continue
            wakes = _wakes(case.code, call.args[1])
            waits = [waiter for waiter in outcome.waiters if waiter.awaiting.endswith(_SIGNALLED)]
            if not wakes or not waits:
                continue
            own = wakes[0].func if isinstance(wakes[0], ast.Call) else wakes[0]
            yield case.diagnostic(
                "never-signalled",
                f"{quoted(case.code.code(own))} in a handler of `signal.signal` does not wake the event loop",
                call,
                label="runs between two lines of the program, and not in the event loop",
                notes=[*told(case, outcome), "no signal came in this run"],
                hint="Which method of the loop has a handler called by the loop itself, which is awake then?",
            )
            return
