"""What is said of a traced program, in every format; and the trace events, by the rules of their format."""

from __future__ import annotations

import json
from pathlib import PurePath

import msgspec
import pytest

from grader.errors import UsageError
from grader.model import (
    Deadlocked,
    Diagnostic,
    Environment,
    Interrupted,
    Line,
    Part,
    Place,
    Raised,
    Returned,
    Span,
    TimedOut,
    Timeline,
    Tracing,
    Waiter,
)
from grader.report.traced import FORMATS, render

from .trace_events import problems

SECOND = 10**9
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e"

CALLS = (
    Span(
        call=1,
        task=1,
        parent=None,
        function="main",
        label="main()",
        start=0,
        end=2 * SECOND,
        finished=True,
        parts=(Part(kind="waiting", start=0, end=2 * SECOND, what="work(1)"),),
        place=Place(file="app.py", line=9),
    ),
    Span(
        call=2,
        task=1,
        parent=1,
        function="work",
        label="work(1)",
        start=0,
        end=2 * SECOND,
        finished=False,
        parts=(
            Part(kind="waiting", start=0, end=SECOND + 1, what="asyncio.sleep(1)", place=Place(file="app.py", line=4)),
            Part(kind="blocked", start=SECOND + 1, end=2 * SECOND, what="time.sleep(1)"),
        ),
        place=None,
    ),
)


def said(**fields) -> Tracing:
    """Return what is said of a program that waits, blocks and prints."""
    return msgspec.structs.replace(
        Tracing(
            file="app.py",
            arguments=("--n", "a b"),
            outcome=Returned(),
            duration=2.0,
            exact=True,
            output=(
                Line(time=0.0, stream="stdout", text="begun", task=None),
                Line(time=1.5, stream="stderr", text="warned", task=1),
            ),
            diagnostics=(),
            not_simulated=(),
            tasks={1: "main()"},
            timeline=Timeline(target="app.py", actual=CALLS, actual_end=2 * SECOND, actual_lines=()),
            source="import asyncio\n",
            environment=Environment(
                grader="1", python="3.12.1", platform="linux", isolation="none", backend="fork", seed="0"
            ),
        ),
        **fields,
    )


def events(traced):
    """Return the trace events of a program."""
    return json.loads(render(traced, "perfetto"))["traceEvents"]


def test_the_terminal_tells_the_run_in_order():
    """Command line, how it ended, timeline, output with times."""
    assert render(said(), "plain") == (
        "app.py --n 'a b'\n"
        "Ended by itself after 2 s\n"
        "No mistakes were seen.\n"
        "\n"
        "Timeline of `app.py`, in seconds (a wait takes no real time)\n"
        "  ▒▒▒ running   ─── waiting   ███ blocked   │ took no time\n"
        "\n"
        "  2 s in all\n"
        "  main()     ───────────────────────────────────────────────────────────────────\n"
        "    work(1)  ──────────────────────────────────█████████████████████████ cut off\n"
        "             │                │                │               │               │\n"
        "             0                0.5              1               1.5           2 s\n"
        "\n"
        "Output\n"
        "    0 s  begun\n"
        "  1.5 s  warned\n"
        "\n"
        "Python 3.12.1, asyncgrade 1.\n"
    )


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Returned(status=3), ["Ended with exit status 3 after 2 s"]),
        (Interrupted(place=Place(file="app.py", line=4)), ["Interrupted after 2 s", "was interrupted on line 4"]),
        (
            TimedOut(limit_ns=2 * SECOND, place=Place(file="net.py", line=4)),
            ["Had not ended after 2 s", "Where it was: line 4 of net.py."],
        ),
        (
            Deadlocked(waiters=(Waiter(task="main()", awaiting="Event.wait()", place=Place(file="net.py", line=7)),)),
            ["Waits for ever, after 2 s", "line 7 of net.py: `main()` waited for `Event.wait()`"],
        ),
        (
            Raised(error="ValueError", message="no", place=Place(file="app.py", line=1)),
            ["Ended with an error after 2 s", "`app.py` raised ValueError on line 1: no"],
        ),
    ],
)
def test_every_ending_is_told_in_words(outcome, words):
    """Who waits for whom, and lines of other files with their names."""
    told = render(said(outcome=outcome), "plain")
    assert [word for word in words if word not in told] == []


def test_the_mistake_comes_first_and_a_line_of_another_file_is_named():
    """Its text is not at hand, so no line is shown."""
    found = Diagnostic(code="blocking-call", message="it blocked", file="net.py", line=3, hint="Why?")
    told = render(said(diagnostics=(found,)), "plain")
    assert told.index("it blocked [blocking-call]") < told.index("net.py, line 3") < told.index("Timeline of")
    assert "No mistakes" not in told


def test_what_could_not_be_simulated_stands_under_one_heading():
    """In the terminal and on the page."""
    for format in ("plain", "html"):
        told = render(said(not_simulated=("the address of example.com",)), format)
        assert told.index("Could not be simulated") < told.index("the address of example.com")
        assert "Could not be simulated" not in render(said(), format)


@pytest.mark.parametrize("format", ["plain", "html"])
def test_nothing_that_a_program_says_gets_through_as_it_is(format):
    """Control characters are made visible, markup is escaped; the page forbids scripts and requests besides."""
    lines = (Line(time=0.0, stream="stdout", text=HOSTILE, task=None),)
    told = render(said(file=f"{HOSTILE}.py", output=lines, source=HOSTILE, not_simulated=(HOSTILE,)), format)
    assert "\x1b" not in told
    assert "\u202e" not in told
    if format == "html":
        assert "<script" not in told
        assert "default-src &#39;none&#39;" in told


def test_a_trace_is_read_back_from_its_json():
    """Nothing is lost."""
    traced = said(outcome=Deadlocked(waiters=(Waiter(task="main()", awaiting="Event.wait()"),)))
    assert msgspec.json.decode(render(traced, "json"), type=Tracing) == traced


def test_slices_are_complete_events_in_microseconds():
    """An awaited call, and within the innermost one what it waited for, or what blocked."""
    slices = [event for event in events(said()) if event["ph"] == "X"]
    assert [(event["name"], event["cat"], event["ts"], event["dur"]) for event in slices] == [
        ("main()", "call", 0, 2_000_000),
        ("work(1)", "call", 0, 2_000_000),
        ("asyncio.sleep(1)", "waiting", 0, 1_000_000.001),
        ("time.sleep(1)", "blocked", 1_000_000.001, 999_999.999),
    ]
    assert {(event["pid"], event["tid"]) for event in slices} == {(1, 1)}
    assert slices[0]["args"] == {"line": "app.py:9"}
    assert slices[1]["args"] == {"finished": False}


def test_output_is_instants_and_tracks_have_names():
    """Track 0 is code outside of any task."""
    found = events(said())
    assert [(event["tid"], event["ts"], event["name"], event["s"]) for event in found if event["ph"] == "i"] == [
        (0, 0, "begun", "t"),
        (1, 1_500_000, "warned", "t"),
    ]
    names = {event["tid"]: event["args"]["name"] for event in found if event["name"] == "thread_name"}
    assert names == {0: "app.py", 1: "main()"}
    assert [event["args"]["name"] for event in found if event["name"] == "process_name"] == ["app.py"]


def test_trace_events_are_as_their_format_asks():
    """Each has its fields, slices of one track lie within one another, and times do not go back."""
    assert problems(json.loads(render(said(), "perfetto"))) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"ts": -1}, "is not valid under any of the given schemas"),
        ({"ph": "Q"}, "is not valid under any of the given schemas"),
        ({"dur": 5_000_000}, "goes on behind"),
        ({"ts": 9_000_000}, "comes after an event"),
    ],
)
def test_what_is_wrong_with_trace_events_is_found(change, told):
    """A check that finds nothing would pass, too."""
    data = json.loads(render(said(), "perfetto"))
    next(event for event in data["traceEvents"] if event["name"] == "work(1)").update(change)
    assert any(told in problem for problem in problems(data))


def test_a_format_that_does_not_exist_is_wrong_usage():
    """It says which there are."""
    with pytest.raises(UsageError, match=", ".join(FORMATS)):
        render(said(), "pdf")


def test_lines_for_editors_name_files_beside_the_program():
    """A mistake in a module has that module's path; how the program ended stands last."""
    found = Diagnostic(code="blocking-call", message="it blocked", file="net.py", line=3, column=5)
    lines = render(said(file="src/app.py", diagnostics=(found,)), "concise").splitlines()
    assert lines == [
        f"{PurePath('src', 'net.py')}:3:5: blocking-call it blocked",
        "src/app.py --n 'a b': Ended by itself after 2 s",
    ]


def test_a_trace_can_be_heard():
    """What it printed is told with times, its calls are sentences, and what went to standard error is said to."""
    lines = render(said(), "spoken").splitlines()
    waited = "`work(1)`, in `main()`: waiting 0 s to 1 s: asyncio.sleep(1)"
    assert lines == [
        "app.py --n 'a b'",
        "Ended by itself after 2 s",
        "No mistakes were seen.",
        "",
        "Timeline of `app.py`, in seconds (a wait takes no real time)",
        "The run took 2 s.",
        "`main()`, line 9: waiting 0 s to 2 s: work(1).",
        f"{waited}; blocked 1 s to 2 s: time.sleep(1); cut off at 2 s.",
        "From 1 s to 2 s the event loop was blocked by `time.sleep(1)`: nothing else could run.",
        "",
        "Output:",
        "At 0 s: begun",
        "At 1.5 s, to standard error: warned",
        "",
        "Python 3.12.1, asyncgrade 1.",
    ]
