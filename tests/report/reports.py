"""Reports made by hand: the usual ones, and one in which everything that a learner can influence is hostile."""

from __future__ import annotations

from functools import cache

from grader.model import (
    NANOSECONDS,
    CheckResult,
    Deadlocked,
    Diagnostic,
    Environment,
    LimitExceeded,
    Part,
    Place,
    Raised,
    Report,
    Returned,
    Span,
    Submission,
    Timeline,
    Waiter,
)

ENVIRONMENT = Environment(
    grader="1.0", python="3.12.1", platform="linux", isolation="none", backend="fork", seed="00ff00ff00ff00ff"
)

SEQUENTIAL = """import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 2)
    await task("Task B", 1)
"""

FIRST = "`main` calls `task` for Task A with 2 and for Task B with 1, once each"
TOGETHER = "`main` starts Task A, then Task B, both at once"
PRINTS = "The program prints its four lines at the right times, and nothing else"
BLOCKS = "Nothing blocks the event loop, and nothing polls"


def at(seconds: float) -> int:
    """Return nanoseconds."""
    return round(seconds * NANOSECONDS)


def waits(call: int, label: str, start: float, end: float, **fields: object) -> Span:
    """Return a span that does nothing but wait."""
    return does(call, label, ("waiting", start, end, f"asyncio.sleep({end - start:g})"), **fields)


def does(call: int, label: str, *parts: tuple[str, float, float, str], **fields: object) -> Span:
    """Return a span with these parts: (kind, start, end, what), in seconds."""
    whole = {
        "task": 1,
        "parent": None if call == 1 else 1,
        "function": label.partition("(")[0],
        "start": at(parts[0][1]),
        "end": at(parts[-1][2]),
        "finished": True,
        "place": None if call == 1 else Place("gather.py", 9 + call),
    }
    made = tuple(Part(kind=kind, start=at(start), end=at(end), what=what) for kind, start, end, what in parts)
    return Span(call=call, label=label, parts=made, **(whole | fields))


def check(name: str, title: str, status: str = "passed", maximum: float = 1, **fields: object) -> CheckResult:
    """Return a check's result."""
    points = float(maximum) if status == "passed" else 0.0
    return CheckResult(
        name=f"test_{name}", title=title, status=status, points=points, max_points=float(maximum), **fields
    )


def printed(*lines: tuple[float, str]) -> tuple[tuple[int, str], ...]:
    """Return lines of output, their times given in seconds."""
    return tuple((at(time), text) for time, text in lines)


RIGHT = (
    waits(1, "main()", 0, 2),
    waits(2, "task('Task A', 2)", 0, 2, task=2, lines=printed((0, "Task A started"), (2, "Task A finished"))),
    waits(3, "task('Task B', 1)", 0, 1, task=3, lines=printed((0, "Task B started"), (1, "Task B finished"))),
)
RIGHT_LINES = printed((0, "Task A started"), (0, "Task B started"), (1, "Task B finished"), (2, "Task A finished"))

SEQUENTIAL_TIMELINE = Timeline(
    target="main()",
    actual=(
        waits(1, "main()", 0, 3),
        waits(2, "task('Task A', 2)", 0, 2, lines=printed((0, "Task A started"), (2, "Task A finished"))),
        waits(3, "task('Task B', 1)", 2, 3, lines=printed((2, "Task B started"), (3, "Task B finished"))),
    ),
    actual_end=at(3),
    actual_lines=printed((0, "Task A started"), (2, "Task A finished"), (2, "Task B started"), (3, "Task B finished")),
    expected=RIGHT,
    expected_end=at(2),
    expected_lines=RIGHT_LINES,
)

SEQUENTIAL_CAUSE = Diagnostic(
    code="sequential-awaits",
    message="`task('Task B', 1)` started after `task('Task A', 2)` had ended: 3 s in all",
    file="gather.py",
    line=11,
    column=5,
    end_column=28,
    label="waits until this has ended",
    notes=("`task('Task B', 1)` could have begun at t=0 s",),
    hint="Does `task('Task B', 1)` need anything from `task('Task A', 2)`, or could both wait at once?",
)


def report(**fields: object) -> Report:
    """Return a report of 02_gather."""
    whole = {
        "exercise": "02_gather",
        "title": "Two tasks at once: the shorter one finishes first",
        "submission": Submission(name="gather.py", source=SEQUENTIAL),
        "score": 0,
        "max_score": 8,
        "outcome": Returned(),
        "results": (),
        "diagnostics": (),
        "environment": ENVIRONMENT,
    }
    return Report(**(whole | fields))


def sequential() -> Report:
    """One await after the other: the commonest mistake."""
    return report(
        score=4,
        capped=True,
        results=(
            check("calls", FIRST, maximum=3),
            check("waits", "`task` waits as long as it is told", maximum=2),
            check(
                "together",
                TOGETHER,
                "failed",
                2,
                message="`task('Task B', 1)` began at t=2 s, not at t=0 s",
                expected=("task('Task A', 2) from t=0 s", "task('Task B', 1) from t=0 s"),
                actual=("task('Task A', 2) from t=0 s to t=2 s", "task('Task B', 1) from t=2 s to t=3 s"),
                diagnostics=("sequential-awaits",),
                target="main()",
                run=0,
            ),
            check("prints", PRINTS, "skipped", 1, needs=TOGETHER),
        ),
        diagnostics=(SEQUENTIAL_CAUSE,),
        timelines=(SEQUENTIAL_TIMELINE,),
        hint=SEQUENTIAL_CAUSE.hint,
    )


def passed() -> Report:
    """Every check passed."""
    return report(
        score=8,
        results=(
            check("calls", FIRST, maximum=4),
            check("together", TOGETHER, maximum=2),
            check("prints", PRINTS, maximum=2),
        ),
        timelines=(Timeline(target="main()", actual=RIGHT, actual_end=at(2), actual_lines=RIGHT_LINES),),
    )


def blocked() -> Report:
    """A blocking call, further diagnostics, and a check that nothing explains."""
    source = SEQUENTIAL.replace("await asyncio.sleep(delay)", "time.sleep(delay)").replace(
        "asyncio\n", "asyncio\nimport time\n", 1
    )
    actual = (
        waits(1, "main()", 0, 3),
        does(2, "task('Task A', 2)", ("blocked", 0, 2, "time.sleep(2)"), task=2, lines=printed((0, "Task A started"))),
        does(3, "task('Task B', 1)", ("running", 0, 2, ""), ("blocked", 2, 2.75, "time.sleep(0.75)"), task=3),
        does(4, "watch('B')", ("waiting", 0, 3, "Event.wait()"), task=4, parent=3, finished=False),
    )
    cause = Diagnostic(
        code="blocking-call",
        message="`time.sleep(delay)` held up the event loop for 2.75 s, in 2 calls",
        file="gather.py",
        line=7,
        column=5,
        end_column=22,
        label="nothing else runs for 2 s",
        notes=("from t=0 s to t=2 s these could not run: `task('Task B', 1)`",),
        hint="Which way of waiting gives the event loop back meanwhile?",
    )
    others = [
        Diagnostic(code=f"other-{n}", message=f"something else of kind {n} happened", line=n, hint=f"What about {n}?")
        for n in (2, 3, 4, 5)
    ]
    return report(
        submission=Submission(name="work/gather.py", source=source),
        score=2.5,
        outcome=Raised(error="ValueError", message="no", place=Place("gather.py", 12)),
        results=(
            check(
                "blocks",
                BLOCKS,
                "failed",
                2,
                message="time.sleep(2) blocked the event loop on line 7",
                expected=("nothing blocks",),
                actual=("line 7: time.sleep(2), 2 s",),
                diagnostics=("blocking-call",),
                target="main()",
                run=0,
            ),
            check(
                "plain",
                "`main` returns the names",
                "failed",
                1,
                message="`main()` returned None, not ['A', 'B']",
                expected=("returns ['A', 'B']",),
                actual=("returns None",),
                target="main()",
            ),
            check("fault", "`main` can be called twice", "error", 1, message="the check raised KeyError: 'x'"),
            check("hidden", "secret requirement", "failed", 1, visibility="hidden", message="secret message"),
            check("calls", FIRST, maximum=2.5),
        ),
        diagnostics=(cause, *others),
        for_students=(cause, *others),
        timelines=(
            Timeline(
                target="main()",
                actual=actual,
                actual_end=at(3),
                actual_lines=printed((0, "Task A started")),
                expected=RIGHT,
                expected_end=at(2),
                expected_lines=RIGHT_LINES,
            ),
        ),
        environment=Environment(
            grader="1.0", python="3.12.1", platform="linux", isolation="sealed", backend="fork", seed="00"
        ),
    )


def deadlocked() -> Report:
    """A run that never ended, without a diagnosis."""
    waiter = Waiter(task="main()", awaiting="Event.wait()", place=Place("gather.py", 11))
    return report(
        outcome=Deadlocked(waiters=(waiter,)),
        results=(
            check(
                "calls",
                FIRST,
                "failed",
                6,
                message="`main()` waited for something that could never come",
                expected=("`main()` ends by itself",),
                actual=("`main()` waited for something that could never come",),
                target="main()",
                run=0,
            ),
            check("prints", PRINTS, "skipped", 2, needs=FIRST),
        ),
        timelines=(
            Timeline(
                target="main()",
                actual=(waits(1, "main()", 0, 3600, finished=False),),
                actual_end=at(3600),
                actual_lines=(),
                expected=RIGHT,
                expected_end=at(2),
                expected_lines=RIGHT_LINES,
            ),
        ),
        hint="Which line could wake `main()`?",
    )


MARKUP = (
    "<script>document.body.dataset.pwned='script'</script>",
    "</style><script>document.body.dataset.pwned='style'</script>",
    '"><img src=x onerror="document.body.dataset.pwned=\'image\'">',
    "' onmouseover='document.body.dataset.pwned=1",
    "</title></text></svg><iframe src='http://127.0.0.1:9/'></iframe>",
    "]]><svg onload=\"document.body.dataset.pwned='svg'\"></svg>",
    "<a href='javascript:0' id='intruder'>click</a>",
    "{{7*7}}{% raw %}${7*7}",
    "&lt;b&gt; &amp; &#x3c;b>",
    "`code <b>bold</b>`",
)
"""Texts that would be more than text to a page, if a page let them."""

UNSEEN = (
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "nul\x00 backspace\x08 return\r tab\t bell\x07 c1\x9b31m",
    "over\u202eride\u2066isolate\u2069 mark\u200e bom\ufeff zero\u200bwidth line\u2028sep",
    "surrogate \ud800 and \udfff",
)
"""Texts of which a part cannot be seen, or repaints the terminal."""

LONG = "x" * 50_000
"""A very long line without a space."""

HOSTILE = (*MARKUP, *UNSEEN)


@cache
def hostile() -> Report:
    """Everything that a learner can influence is hostile, endless, or both."""
    everything = " ".join(HOSTILE)
    source = "\n".join(
        [*(text.replace("\r", "") for text in (*HOSTILE, LONG)), *("pass  # " + MARKUP[0] for _ in range(10_000))]
    )
    spans = tuple(
        does(
            number,
            HOSTILE[number % len(HOSTILE)] + f"({number})",
            *(
                ("waiting" if n % 3 else "blocked", n / 10, (n + 1) / 10, HOSTILE[n % len(HOSTILE)])
                for n in range(100 if number % 8 == 0 else 2)
            ),
            parent=number - 1 if number % 7 else 299,
            function=HOSTILE[number % len(HOSTILE)],
            finished=bool(number % 5),
            lines=tuple((at(n / 10), HOSTILE[n % len(HOSTILE)]) for n in range(100 if number % 8 == 0 else 2)),
        )
        for number in range(300)
    )
    lines = ((0, LONG), *((at(n / 1000), HOSTILE[n % len(HOSTILE)]) for n in range(10_000)))
    causes = tuple(
        Diagnostic(
            code=everything,
            message=everything,
            file=everything,
            line=1 + n,
            column=2,
            end_column=40,
            label=everything,
            notes=(*HOSTILE, LONG),
            hint=everything,
        )
        for n in range(12)
    )
    failed = check(
        "x",
        everything,
        "failed",
        1,
        message=everything,
        expected=(LONG, *HOSTILE * 700),
        actual=(LONG, *HOSTILE * 699),
        diagnostics=(everything,),
        target=everything,
        run=0,
    )
    return report(
        exercise=everything,
        title=everything,
        submission=Submission(name=everything, source=source),
        outcome=Raised(error=everything, message=everything),
        results=(
            failed,
            check("y", everything, "failed", 1, message=LONG, expected=HOSTILE, actual=HOSTILE),
            check("z", everything, "skipped", 1, needs=everything),
            check("e", everything, "error", 1, message=everything),
            check("p", everything),
        ),
        diagnostics=causes,
        timelines=(
            Timeline(
                target=everything,
                actual=spans,
                actual_end=at(10),
                actual_lines=lines,
                expected=spans,
                expected_end=at(10),
                expected_lines=lines,
            ),
        ),
        hint=everything,
    )


def endless() -> Report:
    """A run that hit a limit at t=0, and a report with as little in it as there can be."""
    return report(outcome=LimitExceeded(limit="cpu"), results=(check("calls", "", "failed"),), max_score=0, title="")


ALL = {made.__name__: made for made in (sequential, passed, blocked, deadlocked, endless, hostile)}
"""Name -> a function that makes the report."""
