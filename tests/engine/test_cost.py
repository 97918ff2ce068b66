"""What recording costs, counted in ways that no machine changes: events, bytes and calls of functions for each step."""

import asyncio
import sys

import pytest

from grader.engine.recorder.recorder import Recorder
from grader.engine.virtual.clock import FreeClock
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import Turns

from .programs import FILE

ROUNDS = 200
MAIN = "\nasync def main():\n    for n in range(ROUNDS):\n        await work(n)\n"
PROGRAMS = {
    "a sleep of nothing": ("\nasync def main():\n    for n in range(ROUNDS):\n        await asyncio.sleep(0)\n", 1),
    "a sleep": ("\nasync def main():\n    for n in range(ROUNDS):\n        await asyncio.sleep(0.001)\n", 2),
    "a call in a call": (
        "\nasync def inner(n):\n    await asyncio.sleep(0.001)\nasync def work(n):\n    await inner(n)\n" + MAIN,
        2,
    ),
}
"""With the steps of each round: a timer's callback is one."""
MOST = {"a sleep of nothing": (2.1, 75, 7.1), "a sleep": (2.1, 94, 11.1), "a call in a call": (6.1, 313, 27.1)}
"""For each round, at most: events, bytes, calls of Python functions of the recorder's."""


class Counted:
    """Counts what is sent."""

    def __init__(self):
        self.pending = []
        self.sent = []

    def flush(self):
        self.sent += self.pending
        self.pending.clear()


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_round_costs_no_more_than_it_did(name):
    """A change that looks at more, or writes more, after each step shows here; one that needs it raises the figure."""
    source, steps = PROGRAMS[name]
    names = {"asyncio": asyncio, "ROUNDS": ROUNDS}
    exec(compile(source, FILE, "exec"), names)
    turns, sink = Turns(FreeClock()), Counted()
    recorder = Recorder(sink, turns.clock)
    recorder.begin({FILE: FILE}, FILE, 10**6, "main()")
    calls = 0

    def loop():
        made = VirtualLoop(turns, recorder)
        recorder.attach(made)
        return made

    def profile(frame, event, _):
        nonlocal calls
        calls += event == "call" and "/engine/recorder/" in frame.f_code.co_filename.replace("\\", "/")

    with asyncio.Runner(loop_factory=loop) as runner:
        runner.get_loop()
        sys.setprofile(profile)
        try:
            runner.run(names["main"]())
        finally:
            sys.setprofile(None)
    sink.flush()
    assert recorder.steps >= ROUNDS * steps
    found = (len(sink.sent), sum(len(str(event)) for event in sink.sent), calls)
    most = MOST[name]
    assert all(each / ROUNDS <= bound for each, bound in zip(found, most, strict=True)), found
