"""Programs that speak for the engine: nothing of it is taken for more than it is.

Each forgery has its control: a judge that believes what it is told is won by it.
"""

import json

import pytest

from grader.model import Crashed, LimitExceeded, Limits, Printed, Protocol, Returned
from grader.runner import Service

from .programs import LIMITS, texts

FIND = """
import asyncio, gc, json, os, posix, sys
channel = next(o for o in (gc.unfreeze() or gc.get_objects()) if type(o).__name__ == "Channel")
up = channel._up

def send(*messages):
    channel.post(messages[0]) if len(messages) == 1 else [channel.post(m) for m in messages]
    channel.flush()

def raw(data):
    while data:
        data = data[os.write(up, data):]

def frame(text):
    return len(text).to_bytes(4, "big") + text

async def fetch(n): ...
"""
RIGHT_RESULT = '["result", 0, VALUE, ["d", ["kind", "returned"]]]'


def naive(data):
    """What a judge that believes its runner makes of the bytes: the value of the first result."""
    while data:
        size = int.from_bytes(data[:4], "big")
        for message in json.loads(data[4 : 4 + size]):
            if message[0] == "result":
                return message[2]
        data = data[4 + size :]
    return None


FORGED = """
forged = b'[["result", 0, 42, ["d", ["kind", "returned"]]]]'
data = frame(forged)
"""


def test_the_forged_result_is_what_a_judge_who_believes_it_would_take():
    """The control of the forgeries below."""
    names = {}
    exec("def frame(text):\n    return len(text).to_bytes(4, 'big') + text\n" + FORGED, names)
    assert naive(names["data"]) == 42


@pytest.mark.parametrize(
    "ending", ["await asyncio.sleep(0)", "print('more')", "return 1", "raise ValueError", "os._exit(0)"]
)
def test_a_result_that_is_not_the_last_word_is_a_fault(quick, ending):
    """The engine's own result comes after it."""
    finished = quick(FIND + FORGED + f"async def main():\n    raw(data)\n    {ending}\n")
    assert finished.trace.outcome == Protocol(reason="a message after the result")
    assert finished.value is None


@pytest.mark.parametrize("ending", ["posix._exit(1)", "os.kill(os.getpid(), 9)"])
def test_a_result_without_a_clean_end_is_a_fault(quick, ending):
    """An exit status of 0 belongs to it."""
    finished = quick(FIND + FORGED + f"async def main():\n    raw(data)\n    {ending}\n")
    assert isinstance(finished.trace.outcome, Protocol)


def test_a_result_forged_with_a_clean_end_is_a_result(run):
    """It is final, and no more than a claim: what a service would have said it cannot know."""
    source = FIND + FORGED + "async def main():\n    raw(data)\n    posix._exit(0)\n    await fetch(1)\n"
    finished = run(source, replace={"fetch": Service(seconds=1, returns="secret")})
    assert (finished.trace.outcome, finished.value) == (Returned(), 42)
    assert (finished.requests, finished.trace.duration_ns) == ((), 0)


def test_an_answer_cannot_be_had_before_its_time(quick):
    """Whoever asks and reads the channel by hand gets nothing but what is due."""
    source = (
        FIND
        + """
async def main():
    send(["ask", 0, 1, "fetch", [1], [], None])
    early = channel.ask(["idle", 0, 1_000_000_000])
    late = channel.ask(["idle", 1_000_000_000, None])
    print(json.dumps([early, late]))
"""
    )
    finished = quick(source, replace={"fetch": Service(seconds=2, returns="secret")})
    early, late = json.loads(texts(finished)[0]) if texts(finished) else (None, None)
    if early is not None:
        assert early == ["advance", 10**9, 2 * 10**9, []]
        assert late[1:] == [2 * 10**9, 3600 * 10**9, [[1, "returned", "secret"]]]
    assert [(r.start, r.end) for r in finished.requests] == [(0, 2 * 10**9)]


@pytest.mark.parametrize(
    ("messages", "reason"),
    [
        ('["loaded"]', "loaded twice"),
        ('["idle", 0, None]', "idle with nothing owed"),
        ('["give-up", 0, 1]', "an answer to what was not asked"),
        ('["ask", 0, 0, "fetch", [], [], None]', "a request that cannot be"),
        ('["ask", 0, 1, "other", [], [], None]', "a request that cannot be"),
        ('["ask", 0, 1, "fetch", [["x"]], [], None]', "no such tag: 'x'"),
        ('["ask", 0, 5, "fetch", [], [], None], ["ask", 0, 5, "fetch", [], [], None]', "a request that cannot be"),
        (
            '["ask", 0, 1, "fetch", [], [], None], ["give-up", 0, 1], ["give-up", 0, 1]',
            "an answer to what was not asked",
        ),
        ('["ask", 0, 1, "fetch", [], [], None], ["resumed", 5, 1]', "a time that is not the judge's"),
        ('["ask", 0, 1, "fetch", [], [], None], ["idle", 0, -5]', "a target in the past"),
        ('["resumed", -1, 1]', "a time that is not the judge's"),
        ('["resumed", 10**18, 1]', "a time that is not the judge's"),
        ('["resumed", 5, 1], ["resumed", 4, 1]', "a time that is not the judge's"),
        ('["blocked", 5, 4, 1, None, "x", None]', "a stretch that ends before it begins"),
        ('["blocked", 0, 10**18, 1, None, "x", None]', "a time that is not the judge's"),
        ('["asked", 0, 1, "fetch", [], None]', "the runner spoke for the judge"),
        ('["answered", 0, 1, "returned"]', "the runner spoke for the judge"),
        ('["task-started", 0, 9, None, "x", ["program.py", 0]]', "a line that is not there"),
        ('["task-started", 0, 9, None, "x", ["program.py", 10**6]]', "a line that is not there"),
        ('["task-started", 0, 9, None, "x", ["/etc/passwd", 1]]', "a line that is not there"),
        ('["call-started", 0, 9, 1, None, "f", "", None, ["other.py", 1]]', "a line that is not there"),
        ('["wait", 5, 6]', "a time that is not the judge's"),
        ('["wait", 0, 0]', "a wait beyond what was granted"),
        ('["wait", 0, -1]', "a wait beyond what was granted"),
        ('["wait", 0, 10**18]', "a wait beyond what was granted"),
        ('["ask", 0, 1, "fetch", [], [], None], ["wait", 0, 1]', "a wait beyond what was granted"),
        ('["result", -1, None, ["d", ["kind", "returned"]]]', "a result outside of time"),
    ],
)
def test_a_message_that_cannot_be_is_a_fault(quick, messages, reason):
    """Out of order, out of time, out of place, or the judge's to say."""
    finished = quick(FIND + f"async def main():\n    send({messages})\n", replace={"fetch": Service(seconds=1)})
    assert finished.trace.outcome == Protocol(reason=reason)


@pytest.mark.parametrize(
    "outcome",
    [
        '["d", ["kind", "passed"]]',
        '["d", ["kind", "returned"], ["points", 100]]',
        '["d", ["kind", "returned"], ["kind", "raised"]]',
        '["d", ["kind", "raised"]]',
        '["d", ["kind", "limit-exceeded"], ["limit", "patience"]]',
        '["d", ["kind", "raised"], ["error", "E"], ["message", "m"], ["place", ["l", "/etc/passwd", 1]]]',
        '["d", ["kind", "crashed"], ["status", "0"]]',
        '"returned"',
        "None",
        '["o", "Returned", "Returned()"]',
    ],
)
def test_an_outcome_that_is_not_in_the_closed_set_is_a_fault(quick, outcome):
    """Another kind, another field, a field twice, another type, a place that is not there."""
    finished = quick(FIND + f'send(["result", 0, 1, {outcome}])\nposix._exit(0)\n')
    assert isinstance(finished.trace.outcome, Protocol)


@pytest.mark.parametrize(
    "data",
    [
        "b'garbage' * 100",
        "b'\\0\\0\\0\\0'",
        "b'\\0\\0\\0\\x19[[\"result'",
        "frame(b'[' * 100_000)",
        "frame(b'[[\"result\", 0, NaN, null]]')",
        "b'\\xff' * 10_000_000",
        "frame(b'[]') * 100_000 + b'\\xff\\xff\\xff\\xff'",
    ],
)
def test_bytes_that_are_no_frames_are_a_fault(quick, data):
    """Garbage, empty and cut frames, depth, numbers that are none, size, number."""
    finished = quick(FIND + f"raw({data})\nposix._exit(0)\n", limits=Limits(cpu_seconds=2, wall_seconds=5))
    cut = data.startswith("b'\\0\\0\\0\\x19")
    assert isinstance(finished.trace.outcome, Crashed if cut else Protocol)


def test_garbage_on_every_descriptor_gains_nothing(run):
    """Whatever it finds open."""
    source = """
    import os
    async def main():
        for number in range(3, 1024):
            try:
                os.write(number, b"garbage" * 9)
            except OSError:
                pass
    """
    assert isinstance(run(source).trace.outcome, Protocol)


def test_a_program_that_does_not_read_its_answers_does_not_stop_the_judge(run):
    """They wait beside the pipe, and the run ends at its limit."""
    source = (
        FIND
        + """
async def main():
    send(["ask", 0, 1, "fetch", [], [], None])
    while True:
        send(["idle", 0, 0])
"""
    )
    limits = Limits(cpu_seconds=0.2, wall_seconds=2)
    outcome = run(source, replace={"fetch": Service(seconds=1)}, limits=limits).trace.outcome
    assert isinstance(outcome, LimitExceeded)


def test_a_payload_that_is_not_read_does_not_stop_the_judge(run):
    """Larger than a pipe holds, for a program that has turned to other things."""
    source = (
        FIND
        + """
async def main():
    send(["ask", 0, 1, "fetch", [], [], None], ["idle", 0, None])
    while True: pass
"""
    )
    limits = Limits(cpu_seconds=0.2, wall_seconds=2)
    outcome = run(source, replace={"fetch": Service(returns="x" * 1_000_000)}, limits=limits).trace.outcome
    assert outcome.limit == "cpu"


def test_the_first_result_is_final(quick):
    """A thread, a finalizer or a second frame cannot put a better one in its place."""
    better = (
        FIND
        + """
class Late:
    def __del__(self):
        raw(frame(b'[["result", 0, 42, ["d", ["kind", "returned"]]]]'))
async def main():
    raw(frame(b'[["result", 0, 1, ["d", ["kind", "returned"]]]]'))
    late = Late()
    del late
    posix._exit(0)
"""
    )
    finished = quick(better)
    assert finished.trace.outcome == Protocol(reason="a message after the result")
    assert finished.value is None


def test_events_that_are_forged_are_no_observed_evidence(quick):
    """A trace full of calls is a trace; the calls of services that were made are none."""
    source = (
        FIND
        + """
async def main():
    for number in range(2, 5):
        send(["call-started", 0, number, 1, 1, "fetch", "1", None, None], ["call-ended", 0, number])
"""
    )
    finished = quick(source, replace={"fetch": Service(seconds=1)})
    assert finished.requests == ()
    assert all(not event.observed for event in finished.trace.events)


def test_requests_without_end_hit_the_limit_of_steps(quick):
    """A program asks once in a step at most: whoever speaks for the engine asks no more than that."""
    source = (
        FIND
        + """
async def main():
    for number in range(1, 6_000):
        channel.post(["ask", 0, number, "fetch", [], [], None])
    channel.flush()
    await asyncio.sleep(1)
"""
    )
    finished = quick(source, replace={"fetch": Service(seconds=1)})
    assert finished.trace.outcome == LimitExceeded(limit="steps")
    assert len(finished.requests) == LIMITS.steps


def test_lines_that_are_claimed_count_as_output(quick):
    """They come up the channel, past the streams that count them in the program."""
    line = '["printed", 0, "stdout", "x" * 5_000, None, None, None]'
    finished = quick(FIND + f"async def main():\n    for _ in range(100):\n        send({line})\n")
    assert finished.trace.outcome == LimitExceeded(limit="output")
    assert sum(len(text) for text in texts(finished)) < 5 * LIMITS.output_bytes


def test_a_run_ends_no_sooner_than_its_last_answer(run):
    """Who waits for two answers in turn and claims to have ended with the first has taken as long as both."""
    source = (
        FIND
        + """
async def main():
    await fetch(1)
    await fetch(2)
    channel.close_with(["result", 1_000_000_000, None, ["d", ["kind", "returned"]]])
    posix._exit(0)
"""
    )
    finished = run(source, replace={"fetch": Service(seconds=1)})
    assert (finished.trace.outcome, finished.trace.duration_ns) == (Returned(), 2 * 10**9)


def test_a_run_is_over_no_sooner_than_its_last_wait(run):
    """Who claims to have ended before has taken as long; when the coroutine itself had ended is told beside."""
    source = (
        FIND
        + """
async def main():
    await asyncio.sleep(3)
    channel.close_with(["result", 1_000_000_000, None, ["d", ["kind", "returned"]]])
    posix._exit(0)
"""
    )
    finished = run(source)
    assert (finished.trace.outcome, finished.trace.duration_ns, finished.over_ns) == (Returned(), 10**9, 3 * 10**9)


def test_a_line_bears_the_time_at_which_it_came(quick):
    """Who claims another one ends the run; who has the clock go on has waited."""
    line = '["printed", 2_000_000_000, "stdout", "go", None, None, None]'
    claimed = quick(FIND + f"async def main():\n    send({line})\n")
    assert claimed.trace.outcome == Protocol(reason="a time that is not the judge's")
    waited = quick(FIND + f'async def main():\n    send(["wait", 0, 2_000_000_000], {line})\n    raise SystemExit\n')
    assert texts(waited) == ["go"]


def test_a_line_that_comes_late_in_real_time_bears_the_judges_time(quick):
    """Threads that wait for something real may speak while the clock goes on: that is no fault, and wins no time."""
    said = '["real-time", 0, "a thread"], ["wait", 0, 2_000_000_000], ["printed", 1, "stdout", "go", None, None, None]'
    finished = quick(FIND + f"async def main():\n    send({said})\n    raise SystemExit\n")
    assert [(e.time, e.text) for e in finished.trace.events if isinstance(e, Printed)] == [(2 * 10**9, "go")]


def test_clocks_that_are_patched_do_not_move_the_judges(quick):
    """The program's idea of time is its own; when its requests come is the judge's."""
    source = """
    import asyncio, time
    time.monotonic = time.time = time.perf_counter = lambda: 0
    asyncio.BaseEventLoop.time = lambda self: 0
    async def fetch(n): ...
    async def main():
        for n in range(3):
            await fetch(n)
    """
    finished = quick(source, replace={"fetch": Service(seconds=1)}, limits=LIMITS)
    assert [request.start for request in finished.requests] == [0, 10**9, 2 * 10**9]


def test_a_program_that_closes_everything_has_crashed(quick):
    """Without a channel there is no result."""
    assert isinstance(quick("import os\nos.closerange(0, 1024)\nasync def main(): pass\n").trace.outcome, Crashed)


def test_one_run_leaves_nothing_to_the_next(quick):
    """Each has a process of its own: modules, builtins and the zygote are as they were."""
    quick(
        "import builtins, asyncio, sys\nbuiltins.print = asyncio.sleep = None\nsys.left = 1\nasync def main(): pass\n"
    )
    source = "import asyncio, sys\nasync def main():\n    await asyncio.sleep(1)\n    print(hasattr(sys, 'left'))\n"
    assert texts(quick(source)) == ["False"]
