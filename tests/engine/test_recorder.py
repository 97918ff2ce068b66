"""What the recorder sees: a lane for each awaited call, who waits for what, what was left."""

import asyncio
import gc
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.engine.recorder.frames import _line_before, short
from grader.engine.recorder.recorder import StepLimit
from grader.engine.virtual.clock import SECOND

from .programs import FILE, Recording

FETCH = """
async def fetch(name, delay=1):
    await asyncio.sleep(delay)
    return name
"""


def calls(recording):
    """(number, task, parent, `function(arguments)`, line that awaits it)."""
    return [
        (number, task, parent, f"{function}({arguments})", place and place[1])
        for _, number, task, parent, function, arguments, place, _ in recording.of("call-started")
    ]


def spans(recording):
    """Function with arguments → (start, end) in seconds."""
    ends = {number: time / SECOND for time, number in recording.of("call-ended")}
    return {
        f"{function}({arguments})": (time / SECOND, ends.get(number))
        for time, number, _, _, function, arguments, *_ in recording.of("call-started")
    }


def waits(recording):
    """(task, what it waits for, on which tasks, line), in order."""
    return [(task, what, on, place and place[1]) for _, task, _, what, on, place in recording.of("suspended")]


def test_each_awaited_call_is_a_lane_of_its_own():
    """A loop of awaits is one task and as many calls, one after the other."""
    recording = Recording(FETCH + "async def main():\n    for name in 'ab':\n        await fetch(name)\n").run()
    assert calls(recording) == [
        (1, 1, None, "main()", None),
        (2, 1, 1, "fetch('a', 1)", 7),
        (3, 1, 1, "fetch('b', 1)", 7),
    ]
    assert spans(recording) == {"main()": (0, 2), "fetch('a', 1)": (0, 1), "fetch('b', 1)": (1, 2)}


def test_a_task_that_sleeps_again_and_again_tells_each_sleep():
    """Its delay, its line and its call, whichever of them is another than the last time."""
    source = """
async def work():
    for delay in (1, 1, 1, 2, 2, 2.0, 2.0):
        await asyncio.sleep(delay)
    for _ in range(3):
        await asyncio.sleep(1)
        await asyncio.sleep(1)
async def main():
    for _ in range(3):
        await asyncio.sleep(1)
    await work()
    for _ in range(3):
        await asyncio.sleep(1)
"""
    recording = Recording(source).run()
    own = [(f"asyncio.sleep({delay})", 4) for delay in (1, 1, 1, 2, 2, 2.0, 2.0)]
    own += [("asyncio.sleep(1)", line) for line in (6, 7, 6, 7, 6, 7)]
    before, after = [("asyncio.sleep(1)", 10)] * 3, [("asyncio.sleep(1)", 13)] * 3
    assert [(what, line) for _, what, _, line in waits(recording)] == [*before, *own, *after]
    assert [event[2] for event in recording.of("suspended")] == [1] * 3 + [2] * len(own) + [1] * 3
    assert [event[0] for event in recording.of("resumed")] == [
        sum(float(what[14:-1]) for what, _ in [*before, *own, *after][: number + 1]) * SECOND for number in range(19)
    ]


def test_what_comes_within_a_step_stands_between_its_two_events():
    """However usual the step: output, and a stretch in which the loop stood still."""
    source = """
async def main():
    for _ in range(4):
        await asyncio.sleep(0)
        sleep(1)
        recorder.post("printed", None, "x")
"""
    recording = Recording(source).run()
    kinds = [event[0] for event in recording.events][2:-2]
    assert kinds == ["suspended", *["resumed", "blocked", "printed", "suspended"] * 3, "resumed", "blocked", "printed"]
    assert [event[0] / SECOND for event in recording.of("resumed")] == [0, 1, 2, 3]
    assert [event[0] / SECOND for event in recording.of("suspended")] == [0, 1, 2, 3]


def test_a_task_from_before_all_was_forgotten_tells_its_calls_anew():
    """As one that a file starts while it is loaded, and that goes on in the run."""
    recording = Recording("async def ticks():\n    while True:\n        await asyncio.sleep(1)\n")
    with asyncio.Runner(loop_factory=recording._loop) as runner:
        loop = runner.get_loop()
        task = loop.create_task(recording.names["ticks"]())
        loop.run_until_complete(asyncio.sleep(5))
        recording.recorder.clear()
        begun = len(recording.events)
        loop.run_until_complete(asyncio.sleep(5))
        told = recording.events[begun:]
        (call,) = [event[2] for event in told if event[0] == "call-started"]
        assert {event[3] for event in told if event[0] == "suspended" and event[3] is not None} == {call}
        task.cancel()


def test_calls_in_tasks_overlap_and_know_who_made_them():
    """The parent is the call that created the task, the line the one that did."""
    source = FETCH + "async def main():\n    await asyncio.gather(fetch('a', 1), fetch('b', 2))\n"
    recording = Recording(source).run()
    assert calls(recording)[1:] == [(2, 2, 1, "fetch('a', 1)", 6), (3, 3, 1, "fetch('b', 2)", 6)]
    assert spans(recording) == {"main()": (0, 2), "fetch('a', 1)": (0, 1), "fetch('b', 2)": (0, 2)}


def test_a_chain_of_calls_is_seen_from_the_outermost_to_the_innermost():
    """Each call's parent is the one that awaits it."""
    source = FETCH + "async def inner():\n    await fetch('x')\nasync def main():\n    await inner()\n"
    assert [(number, parent, call) for number, _, parent, call, _ in calls(Recording(source).run())] == [
        (1, None, "main()"),
        (2, 1, "inner()"),
        (3, 2, "fetch('x', 1)"),
    ]


def test_a_call_that_never_waits_is_not_seen():
    """It takes no time."""
    source = "async def quick():\n    pass\nasync def main():\n    await quick()\n    await asyncio.sleep(1)\n"
    assert [call for *_, call, _ in calls(Recording(source).run())] == ["main()"]


def test_long_chains_are_seen_whole():
    """Five hundred awaits deep."""
    source = """
async def down(n):
    if n:
        await down(n - 1)
    else:
        await asyncio.sleep(1)
async def main():
    await down(499)
"""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + 1000)
    try:
        recording = Recording(source).run()
    finally:
        sys.setrecursionlimit(limit)
    assert len(recording.of("call-started")) == len(recording.of("call-ended")) == 501


def test_an_async_generator_is_a_call_too():
    """And so is what it awaits."""
    source = (
        FETCH
        + """
async def items():
    for name in 'ab':
        yield await fetch(name)
async def main():
    async for item in items(): pass
"""
    )
    found = [call for *_, call, _ in calls(Recording(source).run())]
    assert found == ["main()", "items()", "fetch('a', 1)", "fetch('b', 1)"]


def test_an_object_with_await_is_seen_through():
    """The calls that its `__await__` leads to are seen."""
    source = (
        FETCH
        + """
class Job:
    def __await__(self):
        return fetch('x').__await__()
async def main():
    await Job()
"""
    )
    assert "fetch('x', 1)" in spans(Recording(source).run())


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ("asyncio.sleep(2)", "asyncio.sleep(2)"),
        ("asyncio.sleep(0)", "asyncio.sleep(0)"),
        ("asyncio.Queue().get()", "Queue.get()"),
        ("asyncio.Event().wait()", "Event.wait()"),
        ("asyncio.Semaphore(0).acquire()", "Semaphore.acquire()"),
        ("asyncio.wait({asyncio.ensure_future(asyncio.sleep(9))})", "asyncio.wait()"),
        ("asyncio.get_running_loop().create_future()", "a future"),
    ],
)
def test_a_wait_is_told_in_words_of_code(wait, told):
    """With the learner's line."""
    cancel = "asyncio.get_running_loop().call_later(3, asyncio.current_task().cancel)"
    source = f"async def main():\n    {cancel}\n    await {wait}\n"
    recording = Recording(source)
    try:
        recording.run()
    except BaseException as error:
        assert type(error).__name__ == "CancelledError"
    assert waits(recording)[0] == (1, told, waits(recording)[0][2], 3)


def test_a_lock_taken_by_async_with_is_acquired():
    """`async with lock` waits in `acquire`."""
    source = """
lock = asyncio.Lock()
async def hold():
    async with lock:
        await asyncio.sleep(1)
async def main():
    await asyncio.gather(hold(), hold())
"""
    assert (3, "Lock.acquire()", [], 4) in waits(Recording(source).run())


def test_a_wait_for_tasks_names_them():
    """One task, those of a gather, those of a group."""
    source = (
        FETCH
        + """
async def main():
    one = asyncio.create_task(fetch('a'))
    await one
    await asyncio.gather(fetch('b'), fetch('c'))
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch('d'))
"""
    )
    found = [(what, on, line) for task, what, on, line in waits(Recording(source).run()) if task == 1]
    assert found == [
        ("fetch('a', 1)", [2], 8),
        ("asyncio.gather(fetch('b', 1), fetch('c', 1))", [3, 4], 9),
        ("the tasks of the TaskGroup", [5], 10),
    ]


def test_tasks_tell_their_beginning_and_end():
    """Who made them, where, what they are called, how they ended."""
    source = """
async def good(): pass
async def bad(): raise ValueError("no")
async def main():
    tasks = [asyncio.create_task(c) for c in (good(), bad(), asyncio.sleep(9))]
    await asyncio.sleep(1)
    tasks[2].cancel()
    await asyncio.wait(tasks)
"""
    recording = Recording(source).run()
    assert [event[1:] for event in recording.of("task-started")][1:4] == [
        [2, 1, "good()", [FILE, 5]],
        [3, 1, "bad()", [FILE, 5]],
        [4, 1, "sleep(9, None)", [FILE, 5]],
    ]
    ends = {number: (time // SECOND, how, detail) for time, number, how, detail in recording.of("task-ended")}
    assert ends[2] == (0, "returned", "")
    assert ends[3] == (0, "raised", "ValueError: no")
    assert ends[4] == (1, "cancelled", "")
    assert ends[1] == (1, "returned", "")


def test_what_is_unfinished_at_the_end_was_left_behind():
    """With what it waited for and where."""
    source = FETCH + "async def main():\n    asyncio.create_task(fetch('x', 9))\n    await asyncio.sleep(1)\n"
    assert Recording(source).run().of("left-behind") == [[SECOND, 2, "asyncio.sleep(9)", [FILE, 3]]]


def test_nothing_is_left_behind_by_a_program_that_waits_for_all():
    """The control of the test above."""
    source = FETCH + "async def main():\n    await asyncio.create_task(fetch('x', 9))\n"
    assert Recording(source).run().of("left-behind") == []


@pytest.fixture
def tracked():
    """Coroutines remember where they were made."""
    depth = sys.get_coroutine_origin_tracking_depth()
    sys.set_coroutine_origin_tracking_depth(8)
    yield
    sys.set_coroutine_origin_tracking_depth(depth)


@pytest.mark.parametrize(
    ("line", "name"),
    [("fetch('x')", "fetch"), ("asyncio.sleep(1)", "asyncio.sleep"), ("kept.append(fetch('x'))", "fetch")],
)
def test_a_coroutine_that_never_ran_is_told_with_its_line(tracked, monkeypatch, line, name):
    """Thrown away, of the library's, or kept to the end."""
    recording = Recording(FETCH + f"kept = []\nasync def main():\n    {line}\n")
    monkeypatch.setattr(warnings, "_warn_unawaited_coroutine", recording.leftovers.never_awaited)
    recording.run()
    gc.collect()
    recording.leftovers.still_unawaited()
    assert [event[1:] for event in recording.of("never-awaited")] == [[name, [FILE, 7]]]


def test_a_failure_that_nobody_looked_at_is_told():
    """Of a task that is still kept; one that was looked at is not told."""
    source = """
kept = []
async def bad(text): raise ValueError(text)
async def main():
    kept.append(asyncio.create_task(bad("unseen")))
    kept.append(asyncio.create_task(bad("seen")))
    await asyncio.sleep(1)
    kept[1].exception()
"""
    recording = Recording(source).run()
    recording.leftovers.never_retrieved()
    assert [event[1:] for event in recording.of("never-retrieved")] == [[2, "ValueError: unseen"]]


def test_a_task_that_nobody_keeps_is_still_collected():
    """The recorder does not keep it alive."""
    source = """
import weakref
def lost():
    future = asyncio.get_running_loop().create_future()
    async def wait():
        await future
    return weakref.ref(asyncio.create_task(wait()))
async def main():
    import gc
    reference = lost()
    await asyncio.sleep(1)
    gc.collect()
    assert reference() is None
"""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        recording = Recording(source)
        recording.names["asyncio"].get_event_loop_policy()
        recording.run()


def test_an_endless_program_runs_out_of_steps():
    """Steps are counted, so where it ends does not depend on the machine."""
    recordings = [Recording("async def main():\n    while True: await asyncio.sleep(0)\n", max_steps=500) for _ in "ab"]
    for recording in recordings:
        with pytest.raises(StepLimit):
            recording.run()
    assert recordings[0].events == recordings[1].events
    assert len(recordings[0].of("suspended")) == 500


def test_sets_of_tasks_have_a_fixed_order():
    """The same in every run, though it is not the one in which they were made: a set promises none."""
    source = (
        FETCH
        + """
order = []
async def main():
    done, _ = await asyncio.wait({asyncio.create_task(fetch(n)) for n in range(30)})
    order.extend(task.result() for task in done)
"""
    )
    orders = [Recording(source).run().names["order"] for _ in range(3)]
    assert orders[0] == orders[1] == orders[2]
    assert sorted(orders[0]) == list(range(30))


def test_arguments_are_written_without_running_code_of_the_learners():
    """Plain ones as they are, others by their class."""

    class Mad:
        def __repr__(self):
            raise AssertionError

        def __getattribute__(self, name):
            raise AssertionError

    class Meta(type):
        def __getattribute__(cls, name):
            raise AssertionError

    class Odd(metaclass=Meta):
        pass

    found = [
        short(value) for value in ("a", 1.5, None, [1, "b"], (1,), {"k": 2}, print, short, Mad, Mad(), [Mad()], Odd)
    ]
    assert found == [
        "'a'", "1.5", "None", "[1, 'b']", "(1,)", "{'k': 2}", "<builtin_function_or_method>", "short", "Mad", "<Mad>",
        "<list>", "Odd",
    ]  # fmt: skip


def test_a_path_is_told_by_its_name():
    """Three calls with a file each are told apart; the folder, which is another one in each run, is not told."""
    assert short(Path("data") / "rivers.txt") == f"<{type(Path()).__name__} rivers.txt>"


def test_long_arguments_are_cut_before_they_are_written():
    """A hundred million characters cost no more than forty."""
    assert short("x" * 10**8) == "'" + "x" * 38 + "…"


def test_a_task_made_without_the_factory_gets_a_number_too():
    """As it does when the learner sets a factory."""
    source = (
        FETCH
        + """
async def main():
    make = lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options)
    asyncio.get_running_loop().set_task_factory(make)
    await asyncio.gather(fetch('a'), fetch('b'))
"""
    )
    assert [call for *_, call, _ in calls(Recording(source).run())] == ["main()", "fetch('a', 1)", "fetch('b', 1)"]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks came with Python 3.12")
def test_eager_tasks_are_seen():
    """The first step runs when the task is made; its wait and its end are seen all the same."""
    source = (
        FETCH
        + """
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(fetch('a'), fetch('b', 2))
"""
    )
    assert spans(Recording(source).run()) == {"main()": (0, 2), "fetch('a', 1)": (0, 1), "fetch('b', 2)": (0, 2)}


@pytest.mark.parametrize("before", ["pass", "for _ in range(3): await asyncio.sleep(1)"])
def test_what_only_a_task_keeps_is_told_before_the_task_has_ended(tracked, monkeypatch, before):
    """Nothing of the recorder's keeps a frame of the task's until after its end, however the task went on last."""
    recording = Recording(
        FETCH + f"async def main():\n    kept = fetch('x')\n    {before}\n    await asyncio.sleep(1)\n"
    )
    monkeypatch.setattr(warnings, "_warn_unawaited_coroutine", recording.leftovers.never_awaited)
    recording.run()
    kinds = [event[0] for event in recording.events]
    assert kinds[-3:] == ["call-ended", "never-awaited", "task-ended"]


def test_an_instruction_without_a_line_is_on_the_line_before_it():
    """The jump back to an `async for` has none in some versions of Python: it is not on the line of the `def`."""
    source = "async def main(items):\n    async for item in items:\n        if item:\n            print(item)\n"
    namespace = {}
    exec(compile(source, FILE, "exec"), namespace)
    code = namespace["main"].__code__
    starts = {start: line for start, _, line in code.co_lines() if line is not None}
    for offset in range(0, len(code.co_code), 2):
        found = _line_before(SimpleNamespace(f_code=code, f_lasti=offset))
        assert found == starts[max(start for start in starts if start <= offset)]
    assert _line_before(SimpleNamespace(f_code=code, f_lasti=len(code.co_code))) > 1
