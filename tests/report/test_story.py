"""What is told of a report: which check shows the root cause, and what a learner must know of its run."""

import msgspec
import pytest

from grader.model import Rejected
from grader.report import render
from grader.report.story import ELSEWHERE, story

from .reports import FIRST, PRINTS, SEQUENTIAL_CAUSE, SEQUENTIAL_TIMELINE, blocked, check, report, sequential, waits

change = msgspec.structs.replace


def with_run(**fields):
    """Return the report whose one run has these fields."""
    return change(sequential(), timelines=(change(SEQUENTIAL_TIMELINE, **fields),))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        (
            {"replaced": ("task",)},
            (
                "In this check the grader stands in for `task`, with times and results of its own. "
                "Here `task('Task A', 2)` takes 2 s, `task('Task B', 1)` takes 1 s."
            ),
        ),
        (
            {"replaced": ("given.find_user", "given.find_city")},
            "`find_user` and `find_city` are the grader’s own, and no part of the program.",
        ),
        (
            {
                "replaced": ("task",),
                "expected": (waits(1, "main()", 0, 2), *(waits(n, "task(7)", 0, 2) for n in (2, 3))),
            },
            (
                "In this check the grader stands in for `task`, with times and results of its own. "
                "Here each call takes 2 s."
            ),
        ),
        (
            {
                "replaced": ("task",),
                "expected": (change(waits(1, "task(7)", 0, 2), given_up=True), waits(2, "task(9)", 0, 1)),
            },
            (
                "In this check the grader stands in for `task`, with times and results of its own. "
                "Here `task(7)` takes more than 2 s, `task(9)` takes 1 s."
            ),
        ),
        (
            {
                "replaced": ("task",),
                "expected": (change(waits(1, "task(7)", 0, 2), given_up=True), waits(2, "task(9)", 0, 1)),
                "actual": (waits(1, "task(7)", 0, 5), waits(2, "task(9)", 0, 1)),
            },
            (
                "In this check the grader stands in for `task`, with times and results of its own. "
                "Here `task(7)` takes 5 s, `task(9)` takes 1 s."
            ),
        ),
        (
            {"target": "stop_after(['Oder'], 1)", "about": "Run a worker; set `stop` after so many seconds."},
            (
                "`stop_after` is the grader’s own code round the program. "
                "What it does: Run a worker; set `stop` after so many seconds."
            ),
        ),
        (
            {
                "target": "entries([0, 3])",
                "about": "Come at these times.",
                "replaced": ("task",),
                "actual": (
                    waits(1, "entries([0, 3])", 0, 3),
                    waits(2, "_enter(0)", 0, 3),
                    waits(3, "task(<Limiter>, 0)", 0, 3),
                ),
                "expected": (),
            },
            (
                "`entries` and `_enter` are the grader’s own code round the program. "
                "What `entries` does: Come at these times. "
                "In this check the grader stands in for `task`, with times and results of its own. "
                "Here `task(…, 0)` takes 3 s."
            ),
        ),
        (
            {"target": "task('Weser 15', 4.5)"},
            "In this check the program’s functions are called with other values than in the example.",
        ),
    ],
)
def test_a_run_with_other_values_than_the_programs_own_says_so(fields, told):
    """Otherwise a learner wonders where its times and names come from."""
    assert story(with_run(**fields)).setting.removeprefix(f"{ELSEWHERE} ") == told


@pytest.mark.parametrize(
    ("headline", "is_said"),
    [
        ("`task('Seine 5', 3)` had not ended", True),
        ("`task('Seine 5', 3)` waited for `task('Task B', 1)`", False),
        ("`task('Task B', 1)` had not ended", False),
        ('`task("Task A", 2)` was never awaited', False),
        ("`asyncio.sleep(7)` was never awaited", False),
        ("`task('Seine…)` had not ended", False),
    ],
    ids=["other values", "one of them", "its values", "code", "no call of the run", "cut"],
)
def test_a_cause_that_was_seen_in_another_run_says_so(headline, is_said):
    """Its values are looked for in vain in the run that is shown; code that it quotes holds for both."""
    seen = change(with_run(), diagnostics=(change(SEQUENTIAL_CAUSE, message=headline),))
    assert story(seen).setting == (ELSEWHERE if is_said else "")


def test_the_check_is_shown_whose_run_the_root_cause_speaks_of():
    """Of two failed checks, the one whose run ended when the headline says."""
    other = check("prints", PRINTS, "failed", 1, diagnostics=("sequential-awaits",), target="main()", run=1)
    report = sequential()
    results = (other, *(result for result in report.results if result.name != "prints"))
    runs = (SEQUENTIAL_TIMELINE, change(SEQUENTIAL_TIMELINE, actual_end=9, actual=()))
    assert story(change(report, results=results, timelines=runs)).check != PRINTS
    assert story(change(report, results=results, timelines=runs[::-1])).check == PRINTS


def test_the_check_that_alone_leads_to_the_root_cause_is_shown():
    """Of two whose runs are equal; and of two that both do, the one that speaks of what the cause names."""
    report = sequential()
    one, other = (
        check(name, name, "failed", 1, diagnostics=("sequential-awaits",), target="main()", run=0, actual=actual)
        for name, actual in (("one", ("a line",)), ("other", ("task('Task B', 1) from t=2 s",)))
    )

    def shown(*checks):
        cause = change(SEQUENTIAL_CAUSE, checks=checks)
        return story(change(report, results=(one, other), diagnostics=(cause,))).check

    assert (shown("test_one"), shown("test_other"), shown("test_one", "test_other")) == ("one", "other", "other")


def test_a_note_does_not_repeat_the_comparison():
    """What was asked for and what happened stands in the check's two blocks already."""
    cause = change(SEQUENTIAL_CAUSE, notes=("asked for: a", "happened: b", "a fact of its own"))
    told = story(change(sequential(), diagnostics=(cause,)))
    assert told.cause is not None
    assert told.cause.notes == ("a fact of its own",)


def test_a_remark_on_the_file_is_told_last():
    """It costs nothing, so it is no diagnostic, and stands below everything that does."""
    report = change(sequential(), remarks=("`main()` is never run.",))
    assert story(report).footnotes == ("`main()` is never run.",)
    assert render(report, "plain").splitlines()[-2] == "By the way: `main()` is never run."
    assert "By the way: <code>main()</code> is never run." in render(report, "html")


def test_a_program_that_never_began_was_not_run_with_other_values():
    """Nothing stood in for anything."""
    began = Rejected(code="syntax-error", message="no")
    assert story(change(with_run(replaced=("task",)), outcome=began)).setting == ""


def test_a_blocking_call_is_shown_in_a_run_that_it_blocked():
    """A run in which the grader stands in for the function that blocks shows nothing of it."""
    report = blocked()
    other = check(
        "first", FIRST, "failed", 1, diagnostics=("blocking-call",), target="main()", run=len(report.timelines)
    )
    runs = (*report.timelines, SEQUENTIAL_TIMELINE)
    assert story(change(report, results=(other, *report.results), timelines=runs)).check != FIRST


def test_an_error_that_several_checks_met_is_told_once():
    """The others met the same one, on the same line."""
    error = " raised ValueError on line 3: no"
    results = [check(name, name, "failed", message=f"`{name}()`{error}") for name in ("main", "task")]
    results.append(check("other", "other", "failed", message="`main()` raised ValueError on line 4: no"))
    assert [told.words for told in story(report(results=tuple(results))).checks] == [
        f"`main()`{error}",
        "`task()` raised the same error",
        "`main()` raised ValueError on line 4: no",
    ]


def test_a_check_that_another_error_ended_is_not_shown_beside_the_cause():
    """An error that the cause does not name belongs to another fault."""
    code = SEQUENTIAL_CAUSE.code
    other = check(
        "prints",
        PRINTS,
        "failed",
        diagnostics=(code,),
        run=0,
        actual=("`main()` raised ExceptionGroup on line 11: two",),
    )
    fitting = check("first", FIRST, "failed", diagnostics=(code,), actual=("returns False",))
    told = change(sequential(), results=(other, fitting))
    assert story(told).check == FIRST
    named = change(SEQUENTIAL_CAUSE, notes=("Python's words: ExceptionGroup: two",))
    assert story(change(told, diagnostics=(named,))).check == PRINTS


def test_of_checks_that_show_the_same_the_programs_own_run_is_shown():
    """Its names and times are those of the task."""
    code = SEQUENTIAL_CAUSE.code
    results = [check(name, name, "failed", diagnostics=(code,), run=n) for n, name in enumerate(("drawn", "own"))]
    runs = (change(SEQUENTIAL_TIMELINE, replaced=("task",)), SEQUENTIAL_TIMELINE)
    assert story(change(sequential(), results=tuple(results), timelines=runs)).check == "own"


def test_pythons_words_are_told_once():
    """They stand in what happened already; other ones are kept."""
    happened = check("first", FIRST, "failed", actual=("`main()` raised TypeError on line 3: no",))
    cause = change(SEQUENTIAL_CAUSE, notes=("Python's words: TypeError: no", "Python's words: KeyError: 'b'"))
    told = story(change(sequential(), results=(happened,), diagnostics=(cause,)))
    assert told.cause is not None
    assert told.cause.notes == ("Python's words: KeyError: 'b'",)


def test_a_long_note_is_told_to_its_end():
    """One that names several calls is longer than a line of output may be."""
    note = f"took {'one, ' * 60}two"
    told = story(change(sequential(), diagnostics=(change(SEQUENTIAL_CAUSE, notes=(note,)),)))
    assert told.cause is not None
    assert told.cause.notes == (note,)


@pytest.mark.parametrize(
    "path",
    [
        "/home/x/.venv/lib/python3.11/site-packages/grader/engine/services.py",
        r"C:\\venv\\site-packages\\aiohttp\\client.py",
        "/usr/src/grader/engine/services.py",
    ],
)
@pytest.mark.parametrize("format", ["plain", "brief", "spoken", "html"])
def test_no_path_of_the_graders_own_is_shown(path, format):
    """A task shows where its coroutine was defined: of one that the grader gave, in the grader."""
    line = f"<Task finished coro=<task() done, defined at {path}:44> result=3>"
    wrong = check("first", FIRST, "failed", expected=("3",), actual=(line,))
    text = render(change(sequential(), results=(wrong,), diagnostics=(), timelines=()), format)
    assert "done>" in text.replace("&gt;", ">").replace("\n            ", "")
    assert ("services.py" in text, "client.py" in text) == (False, False)
