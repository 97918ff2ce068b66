"""The program gives what the example shows in place of what the work gives: constants, guesses, parameters not used."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    Asked,
    CallStarted,
    Diagnostic,
    Place,
    Printed,
    Returned,
    Span,
    TaskEnded,
)
from grader.trace import left_behind

from .case import Case, Run
from .cleaning import is_cleanup
from .lateness import of
from .parameters import unused
from .words import quoted


def hard_coded(case: Case) -> Iterator[Diagnostic]:
    """Name output that was written into the program instead of being worked out."""
    for run in case.failed_runs:
        found = next(filter(None, (look(case, run) for look in _LOOKS)), None)
        if found is not None:
            yield found
            return


def _not_asked(case: Case, run: Run) -> Diagnostic | None:
    """Name a line that was printed though the work was never asked for."""
    if not isinstance(run.trace.outcome, Returned) or run.finding is None:
        return None
    if run.events(Asked) and run.expected_run is not None:
        return _asked_for_others(case, run, run.expected_run)
    if run.events(Asked) or left_behind(run.trace) or _used_given(case, run):
        return None
    if any(event.how == "cancelled" for event in run.events(TaskEnded)):
        return None  # who was to ask was stopped before
    if run.lines and any(function.name == run.printer(run.lines[0]) for function, _ in unused(case)):
        return None
    for service in run.trace.replaced:
        name = service.rpartition(".")[2]
        if run.expected and not of(run.expected, name):
            continue
        own = case.code.functions.get(name)
        if own is not None and name not in case.entry_names and isinstance(case.code.parent(own), ast.Module):
            return case.diagnostic(
                "hard-coded-output",
                f"the `{name}` of `given.py` was never called: the file defines its own",
                own,
                label=f"takes the place of the `{name}` of `given.py`",
                hint=f"Which `{name}` does the exercise speak of, and where does it come from?",
            )
        if run.lines:
            line = run.lines[0]
            return case.diagnostic(
                "hard-coded-output",
                f"{quoted(line.text)} was printed, and `{name}` was never called",
                _constant(case, line.place) or line.place,
                label="printed without asking",
                hint=f"Where does this text come from, if `{name}` is not asked?",
            )
        if any(value.startswith("returns ") and value != "returns None" for value in run.finding.actual):
            return case.diagnostic(
                "hard-coded-output",
                f"{quoted(run.trace.target)} gave a result without calling `{name}`",
                case.code.functions.get(run.trace.target.partition("(")[0]),
                hint=f"Where does the result come from, if `{name}` is not asked?",
            )
    return None


def _asked_for_others(case: Case, run: Run, expected: Run) -> Diagnostic | None:
    """Name a line that a call printed without asking, as other calls of its function do, where one was never asked."""
    asked = {(event.service, event.arguments) for event in run.events(Asked)}
    never = next((event for event in expected.events(Asked) if (event.service, event.arguments) not in asked), None)
    calls = [run.by_call[event.call] for event in run.events(Asked) if event.call in run.by_call]
    asking = {outer.call: outer.function for call in calls for outer in run.outer(call)}
    due = {line.text for line in run.expected_lines}
    for line in run.lines if never is not None else ():
        span = run.by_call.get(line.call or 0)
        if never is None or span is None or line.text in due:
            continue
        if span.call not in asking and span.function in asking.values():
            name = f"{never.service.rpartition('.')[2]}({', '.join(never.arguments)})"
            return case.diagnostic(
                "hard-coded-output",
                f"{quoted(line.text)} was printed, and {quoted(name)} was never called",
                _constant(case, line.place) or line.place,
                label="printed without asking",
                hint=f"How does {quoted(span.label)} know this, if it has not asked?",
            )
    return None


def _used_given(case: Case, run: Run) -> bool:
    """Whether functions of the program's called some of `given.py`, past the one that was to do so."""
    own = {event.call for event in run.events(CallStarted) if event.definition and event.definition.file == case.file}
    return any(
        event.definition and event.definition.file == "given.py" and own & {outer.call for outer in _round(run, event)}
        for event in run.events(CallStarted)
    )


def _round(run: Run, event: CallStarted) -> Iterator[Span]:
    """Yield the calls round one that has just been made."""
    span = run.by_call.get(event.call)
    return run.outer(span) if span is not None else iter(())


def _constant(case: Case, place: Place | None) -> ast.AST | None:
    """Return the text that a `print` on a line is given."""
    line = case.line(place)
    call = case.code.on_line(line, "print", "write") if line is not None else None
    return call.args[0] if call is not None and call.args else call


def _constant_line(case: Case, run: Run) -> Diagnostic | None:
    """Name a line that is a constant of the program: right for the example, and not for this input."""
    due = {line.text for line in run.expected_lines}
    example = _right_lines(case)
    for line in run.lines if due and len(run.lines) <= len(due) else ():
        node = _constant(case, line.place)
        if line.text in due or line.text not in example or node is None:
            continue
        if not _is_constant(node):
            # Worked out, but not from the results: these were others than in the example.
            asked, wanted = run.events(Asked), run.expected_run.events(Asked) if run.expected_run is not None else ()
            if run.printer(line) == "main" and asked and len(asked) >= len(wanted) and run.differs_in_lines:
                return case.diagnostic(
                    "hard-coded-output",
                    f"{quoted(line.text)} was printed whatever the results were",
                    node,
                    label="does not come from the results",
                    notes=[f"due: {quoted(min(due), 80)}"],
                    hint="Which values go into this line, and which results should?",
                )
            if (wasted := _wasted(case, run, line)) is not None:
                return case.diagnostic(
                    "hard-coded-output",
                    f"{quoted(line.text)} was printed, whatever {quoted(case.code.code(wasted.value))} gave",
                    wasted,
                    label="what it gives is thrown away",
                    notes=[f"due: {quoted(min(due - {one.text for one in run.lines}, default=line.text), 80)}"],
                    hint="Which values go into this line, and which result should?",
                )
            continue
        return case.diagnostic(
            "hard-coded-output",
            f"{quoted(line.text)} was printed whatever was asked or given: it is a constant",
            node,
            label="the same whatever the answers are",
            hint="Which part of this line has to come from an argument or a result?",
        )
    return None


def _wasted(case: Case, run: Run, line: Printed) -> ast.Await | None:
    """Return where the function that printed a line awaits a service, and throws away what that gives."""
    number = case.line(line.place)
    function = case.code.function_at(number) if number is not None else None
    services = [service.rpartition(".")[2] for service in run.trace.replaced]
    for call in case.code.calls_of(*services, within=function) if function is not None and services else ():
        outer = case.code.await_round(call)
        if outer is not None and case.code.is_statement(outer) and outer.lineno < (number or 0):
            return outer
    return None


def _printed_instead(case: Case, run: Run) -> Diagnostic | None:
    """Name a line that the program prints itself, though what is to print it is only a service in this run."""
    replaced = [name for name in case.entry_names if name in run.trace.replaced and not _prints(case, name)]
    due = {line.text for line in run.expected_lines}
    for line in run.lines if replaced and run.reference is not None else ():
        node = _constant(case, line.place)
        if line.text not in due and line.text in _right_lines(case) and node is not None and _is_constant(node):
            return case.diagnostic(
                "hard-coded-output",
                f"{quoted(line.text)} was printed, and no `{replaced[0]}` had printed it",
                node,
                label="printed whatever happens",
                hint=f"Which function knows that this has happened, and is it `{run.printer(line) or 'main'}`?",
            )
    return None


def _prints(case: Case, name: str) -> bool:
    return bool(case.code.calls_of("print", "write", within=case.code.functions.get(name)))


def _right_lines(case: Case) -> set[str]:
    """Return the lines that the program as it stands prints rightly."""
    main = case.runs[0]
    due = {line.text for line in main.expected_lines}
    return {line.text for line in main.lines if main.finding is None or line.text in due}


def _is_constant(node: ast.AST) -> bool:
    return not any(isinstance(part, ast.Name | ast.Call | ast.Attribute) for part in ast.walk(node))


def _thrown_away(case: Case, run: Run) -> Diagnostic | None:
    """Name a service whose result was thrown away, where the result that came back was not the right one."""
    finding = run.finding
    wrong = [line for line in finding.actual if line.startswith("returns ")] if finding is not None else []
    if finding is None or not wrong or wrong[0] in finding.expected or wrong[0] == "returns None":
        return None
    for name in (*(service.rpartition(".")[2] for service in run.trace.replaced), *_READS):
        for call in case.code.calls_of(name):
            outer, function = case.code.parent(call), case.code.function_of(call)
            own = run.trace.target.partition("(")[0] in case.code.functions  # and not a check's, with values of its own
            gives = own or (
                function is not None and any(isinstance(n, ast.Return) and n.value for n in ast.walk(function))
            )
            if isinstance(outer, ast.Await) and case.code.is_statement(outer) and gives:
                return case.diagnostic(
                    "hard-coded-output",
                    f"what `{name}` gave was thrown away, and a value of the program's own was used",
                    outer,
                    label="its result is not used",
                    hint=f"What if `{name}` gives something else?",
                )
    return None


_READS = ("readline", "readuntil", "read")
"""Methods of a stream that give what the other side has answered."""


def _guessed_argument(case: Case, run: Run) -> Diagnostic | None:
    """Name a value that was put together from constants, in place of the result of another step."""
    reference = (
        [event for event in run.reference.events if isinstance(event, Asked)] if run.reference is not None else []
    )
    wanted = {(event.service, event.arguments) for event in reference}
    for event in run.events(Asked):
        if not wanted or (event.service, event.arguments) in wanted:
            continue
        for node in case.code.nodes:
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or len(node.value) < 3:
                continue
            if (
                any(node.value in argument for argument in event.arguments)
                and node.value in case.evidence.exercise.given
            ):
                name = event.service.rpartition(".")[2]
                outer = case.code.parent(node)
                return case.diagnostic(
                    "hard-coded-output",
                    f"`{name}` was asked with a value that the program made up: {quoted(event.arguments[0])}",
                    outer if isinstance(outer, ast.JoinedStr | ast.BinOp) else node,
                    label="right for the example only",
                    hint="Which earlier step gives this value, and what if it gives another one?",
                )
    return None


def _own_copy(case: Case, run: Run) -> Diagnostic | None:
    """Name a line that a function of `given.py` is to print, and that the program prints without it."""
    if run.expected_run is None:
        return None
    given = {e.call for e in run.expected_run.events(CallStarted) if e.definition and e.definition.file == "given.py"}
    called = {span.function for span in run.spans}
    due = {
        line.text: run.expected_run.by_call[line.call].function
        for line in run.expected_lines
        if line.call in given and line.call in run.expected_run.by_call
    }
    for line in run.lines:
        name, printer = due.get(line.text), run.by_call.get(line.call or 0)
        if name is not None and name not in called and printer is not None and case.line(line.place) is not None:
            return case.diagnostic(
                "hard-coded-output",
                f"{quoted(line.text)} was printed by `{printer.function}`, and `{name}` of `given.py` was never called",
                _constant(case, line.place) or line.place,
                label="printed by the program itself",
                hint="Which function is to print this line, and for how long?",
            )
    return None


def _printed_for_another(case: Case, run: Run) -> Diagnostic | None:
    """Name a constant that `main` prints, where another function was to print such a line."""
    if run.trace.target == "main()" or run.expected_run is None or not isinstance(run.trace.outcome, Returned):
        return None
    printed = {line.text for line in run.lines}
    for line in run.expected_lines:
        due = run.expected_run.by_call.get(line.call or 0)
        name = due.function if due is not None else ""
        own = case.code.functions.get(name)
        if line.text in printed or own is None or own.name == "main" or is_cleanup(run.expected_run, line):
            continue
        ending = line.text.rpartition(" ")[2]
        for call in case.code.calls_of("print"):
            function = case.code.function_of(call)
            match call.args:
                case [ast.Constant(value=str(text)) as constant] if text.rpartition(" ")[2] == ending:
                    if function is not None and function.name == "main":
                        return case.diagnostic(
                            "hard-coded-output",
                            f"`main` printed {quoted(text)}, a line that `{name}` is to print",
                            constant,
                            label="the same whatever is under way",
                            notes=[f"due from `{name}`, and absent: {quoted(line.text)}"],
                            hint=f"What does `{name}` do at the moment at which this line is due?",
                        )
                case _:
                    pass
    return None


_LOOKS = (
    _not_asked,
    _constant_line,
    _printed_instead,
    _guessed_argument,
    _thrown_away,
    _own_copy,
    _printed_for_another,
)
