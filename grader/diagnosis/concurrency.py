"""Work that could have been under way at the same time and was not, or more of it than was allowed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice

from grader.model import Cancelled, Diagnostic, LimitExceeded, Part, Span, TaskStarted, TimedOut, seconds

from .case import Case, Run
from .lateness import GATHERS, TOLERANCE, Late, began_late, came_late, is_usual, waited_for
from .limits import is_worker, own_limiter
from .starting import kept_coroutine
from .words import quoted

MOST = 100
"""Pairs of calls, one after the other, that are looked at where nothing says what is wanted."""


def sequential(case: Case) -> Iterator[Diagnostic]:
    """Name calls that were awaited one by one, where they could have overlapped."""
    for late, span in began_late(case.runs):
        if late.kind != "call" or is_worker(case, late, span) or own_limiter(case, late.part) is not None:
            continue
        if case.line(late.part.place) is None:
            continue
        if late.part.place is not None and case.line(late.part.place) is None:
            continue  # what `given.py` waits for is as it must be
        before = late.part.what if _is_call(late) else _single(late, span.function)
        total = seconds(late.run.trace.duration_ns)
        one, other = _two(span.label, before)
        yield _one_after_the_other(
            case,
            late,
            before,
            f"{one} started after {other} had ended: {total} in all",
            [f"{quoted(late.what)} could have begun at t={seconds(late.due)}"],
            f"Does {one} need anything from {other}, or could both wait at once?",
        )
        return


def _two(later: str, earlier: str) -> tuple[str, str]:
    """Write two calls; two that look alike, such as methods of two objects, are told apart by their order.

    >>> _two("Robot.walk(2)", "Robot.walk(2)"), _two("f(2)", "f(1)")
    (('a second `Robot.walk(2)`', 'the first one'), ('`f(2)`', '`f(1)`'))
    """
    return (quoted(later), quoted(earlier)) if later != earlier else (f"a second {quoted(later)}", "the first one")


def held_up(case: Case) -> Iterator[Diagnostic]:
    """Name a call that never began, since another one of its function was awaited first and did not end."""
    exact = {entry.name for entry in case.evidence.exercise.entry_points if not entry.may_take_more}
    for run in case.failed_runs:
        if not isinstance(run.trace.outcome, Cancelled | TimedOut | LimitExceeded):
            continue
        begun = {span.label for span in run.spans}
        missing = [span for span in run.expected if span.label not in begun and span.function in exact]
        for span in run.spans if missing else ():
            function = missing[0].function
            line = case.line(span.place)
            node = case.code.on_line(line, function) if line is not None else None
            outer = case.code.parent(node) if node is not None else None
            caller = case.code.function_of(node) if node is not None else None
            ended = span.finished and span.end < run.trace.duration_ns
            if span.function != function or ended or not isinstance(outer, ast.Await):
                continue
            if caller is None or caller.name == function:
                continue
            yield case.diagnostic(
                "sequential-awaits",
                f"{quoted(missing[0].label, 36)} never began: {quoted(span.label, 36)} was awaited first",
                outer,
                label="waits until this has ended, which it did not",
                hint=f"What has to end before {quoted(missing[0].label, 60)} can begin, and does it end?",
            )
            return


def awaited_too_soon(case: Case) -> Iterator[Diagnostic]:
    """Name a call that was awaited before work that needs nothing of it, and could have gone on beside that."""
    for late in came_late(case.runs):
        before = _awaited_too_soon(late)
        if before:
            yield _one_after_the_other(
                case,
                late,
                before,
                f"{quoted(late.what)} was printed at t={seconds(late.time)}, when {quoted(before)} had ended",
                [f"due at t={seconds(late.due)}, while {quoted(before)} was under way"],
                f"Does this line need anything from {quoted(before)}, or can it come while that runs?",
            )
            return


def _one_after_the_other(case: Case, late: Late, before: str, message: str, notes: list[str], hint: str) -> Diagnostic:
    line = case.line(late.part.place)
    node = case.code.on_line(line, before.partition("(")[0]) if line is not None else None
    outer = case.code.await_round(node) if node is not None else None
    loop = case.code.loop_of(node) if node is not None else None
    return case.diagnostic(
        "sequential-awaits",
        message,
        outer or node or late.part.place,
        label=_waiting_label(in_loop=loop is not None, in_group=late.part.what.startswith("the tasks of")),
        notes=notes,
        hint=hint,
    )


def _awaited_too_soon(late: Late) -> str:
    """Return the call for whose end a line had to wait, which comes before that end in the expected run."""
    handled = any(abs(span.end - late.due) <= TOLERANCE for span in late.run.spans)
    if late.kind != "call" or late.verb != "was printed" or handled:
        return ""  # what ended when the line was due gave it: that is handled in another order, and had begun
    for span in late.run.expected:
        label = late.part.what if _is_call(late) else _single(late, span.function)
        if span.label == label and span.start <= late.due < span.end:
            return label
    return ""


def _waiting_label(*, in_loop: bool, in_group: bool) -> str:
    if in_group:
        return "leaving this block waits for its tasks"
    return "every turn of the loop waits until this has ended" if in_loop else "waits until this has ended"


def _is_call(late: Late) -> bool:
    return any(span.label == late.part.what for span in late.run.spans) or late.part.what in late.run.names.values()


def _single(late: Late, function: str) -> str:
    """Return the one call that a group or gather of one waited for."""
    ended = [other for other in late.run.by_function(function) if other.end == late.part.end]
    return ended[-1].label if ended else late.part.what


def barrier(case: Case) -> Iterator[Diagnostic]:
    """Name a wait for others that the work did not need, or that handling a result did not need."""
    for late in (*(late for late, _ in began_late(case.runs)), *came_late(case.runs)):
        if late.kind != "barrier" or case.line(late.part.place) is None:
            continue
        all_ended = late.span is None and late.part.what.startswith(GATHERS)
        if _ends_with_a_sleep(late):
            yield _slept(case, late)
            return
        what = late.part.what.partition("(")[0] if "<coroutine>" in late.part.what else late.part.what
        hint = "Which of these waits does the next step really need, and which belong to others?"
        yield case.diagnostic(
            "handled-late" if all_ended else "needless-barrier",
            late.fact,
            _waiting_node(case, late.part) or late.part.place,
            label=f"waits here until t={seconds(late.part.end)}",
            notes=[f"{quoted(late.waiter.label)} waited for {quoted(what, 60)} first"],
            hint="When is each result known, and who is awake then to handle it?" if all_ended else hint,
        )
        return


def slept_first(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep that stands where the program should wait for what lets the next call begin, or a line come."""
    slept = [late for late, _ in began_late(case.runs) if late.kind == "sleep" and not _sleep_is_due(late)]
    slept += [
        late
        for late in came_late(case.runs)
        if late.kind == "sleep" and not is_usual(case, late.waiter, late.part) and not _prints_more(late.run)
    ]
    for late in slept:
        if case.line(late.part.place) is not None:
            yield _slept(case, late)
            return


def _prints_more(run: Run) -> bool:
    """Whether a run prints what was not asked for: it does something else, and is not merely late."""
    return not {line.text for line in run.lines} <= {line.text for line in run.expected_lines}


def _sleep_is_due(late: Late) -> bool:
    """Whether the reference slept there, too: the program's sleep is of another length."""
    return late.usual is not None and late.usual.what.startswith("asyncio.sleep(")


def _slept(case: Case, late: Late) -> Diagnostic:
    line = case.line(late.part.place)
    next_one = "next one may begin" if late.span is not None else "result is there"
    return case.diagnostic(
        "sleep-instead-of-await",
        late.fact,
        (case.code.on_line(line, "sleep") if line is not None else None) or late.part.place,
        label=f"a guess at when the {next_one}",
        notes=[f"{quoted(late.waiter.label)} slept until t={seconds(late.part.end)}"],
        hint=f"What ends exactly when the {next_one}, however long that takes?",
    )


def _ends_with_a_sleep(late: Late) -> bool:
    """Whether a sleep is what a gather or a group waited for at its end."""
    ends = {
        task: late.run.ends[task].time for task in waited_for(late.run, late.waiter, late.part) if task in late.run.ends
    }
    last = [
        late.run.tasks[task].name for task, time in ends.items() if time == late.part.end and task in late.run.tasks
    ]
    return bool(last) and all(name.startswith("sleep(") for name in last)


def _waiting_node(case: Case, part: Part) -> ast.AST | None:
    line = case.line(part.place)
    if line is None:
        return None
    return case.code.on_line(line, part.what.partition("(")[0].rpartition(".")[2])


def one_by_one(case: Case) -> Iterator[Diagnostic]:
    """Without a reference: ask about independent calls that were awaited one by one."""
    if any(run.reference is not None for run in case.runs):
        return
    for run in case.runs:
        for earlier, later in islice(_neighbours(run), MOST):
            line = case.line(later.place)
            if line is None or earlier.label in run.cancelled_calls or _is_beside_others(run, earlier, later):
                continue
            kept, _ = kept_coroutine(case, later.place, later.function)
            if kept is None and _depends(case, earlier, later):
                continue
            yield _one_by_one(case, run, earlier, later, kept)
            return


def _one_by_one(case: Case, run: Run, earlier: Span, later: Span, kept: ast.Call | None) -> Diagnostic:
    one, other = _two(later.label, earlier.label)
    need = f"Does {one} need anything from {other}?"
    if kept is not None:
        return case.diagnostic(
            "coroutine-not-started",
            f"{quoted(later.label)} did not begin before it was awaited, at t={seconds(later.start)}",
            kept,
            label="makes a coroutine object; it does not run yet",
            notes=[f"{quoted(earlier.label)} had ended by then"],
            hint=need,
            certain=False,
        )
    part = _wait_for(run, earlier) if earlier.task != later.task else None
    line = case.line(later.place)
    return case.diagnostic(
        "sequential-awaits",
        f"{one} started after {other} had ended",
        (case.code.on_line(line, later.function) if line is not None and part is None else None)
        or (part.place if part is not None else later.place),
        label="waits before anything else happens",
        hint=need,
        certain=False,
    )


def _neighbours(run: Run) -> Iterator[tuple[Span, Span]]:
    """Yield two calls of one function by one caller, the second of which began when the first had ended."""
    last: dict[tuple[int | None, str], Span] = {}
    for span in run.spans:
        key = (span.parent, span.function)
        earlier = last.get(key)
        follows = earlier is not None and earlier.end == span.start > earlier.start
        if earlier is not None and follows and (earlier.task == span.task or _waits_alike(run, earlier, span)):
            yield earlier, span
        last[key] = span


def _waits_alike(run: Run, earlier: Span, later: Span) -> bool:
    """Whether a call was waited for by itself, and where that was by a group of one, the next one was, too."""
    first, second = _wait_for(run, earlier), _wait_for(run, later)
    if first is None or first.what == earlier.label:
        return first is not None
    return second is not None and second.what.startswith(GATHERS)


def _wait_for(run: Run, span: Span) -> Part | None:
    """Return the wait of its caller that ended with a call, and was for that alone."""
    caller = run.by_call.get(span.parent) if span.parent is not None else None
    for part in caller.parts if caller is not None else ():
        alone = caller is not None and part.what.startswith(GATHERS) and len(waited_for(run, caller, part)) == 1
        if part.end == span.end and (part.what == span.label or alone):
            return part
    return None


def _is_beside_others(run: Run, earlier: Span, later: Span) -> bool:
    """Whether another task was under way meanwhile: then the program does not wait for one thing at a time."""
    own = {earlier.task, later.task, *(outer.task for outer in run.outer(earlier))}
    return any(
        number not in own
        and task.time < later.end
        and (number not in run.ends or run.ends[number].time > earlier.start)
        and not _is_inside(run, task, earlier, later)
        for number, task in run.tasks.items()
    )


def _is_inside(run: Run, task: TaskStarted, earlier: Span, later: Span) -> bool:
    """Whether one of two calls started a task, or what it awaits did."""
    first = next((span for span in run.spans if span.task == task.task), None)
    calls = {earlier.call, later.call}
    return first is not None and any(outer.call in calls for outer in run.outer(first))


def _depends(case: Case, earlier: Span, later: Span) -> bool:
    """Whether what the later call is given may come from the earlier one."""
    first, second = case.line(earlier.place), case.line(later.place)
    if first is None or second is None:
        return True
    call = case.code.on_line(second, later.function)
    if call is None:
        return True
    given = case.code.names_in(call) - {later.function}
    scope = case.code.loop_at(second) if first == second else case.code.function_at(second)
    bound = {
        node.id
        for outer in (ast.walk(scope) if scope is not None else ())
        if isinstance(outer, ast.Assign | ast.AugAssign | ast.NamedExpr | ast.AnnAssign)
        and any(isinstance(inner, ast.Await) for inner in ast.walk(outer))
        for node in ast.walk(outer)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    statement = case.code.statement(second)
    return (
        bool(given & bound)
        or isinstance(scope, ast.While)
        or (
            isinstance(statement, ast.Assign)
            and first == second
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id in given
        )
    )
