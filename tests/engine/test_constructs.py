"""Every construct of asyncio that runs coroutines gives the calls that the program makes, alike on every Python."""

import sys

import pytest

from grader.engine.virtual.clock import SECOND

from .programs import Recording

HEAD = """
import asyncio, contextlib
async def fetch(name, delay=1):
    await asyncio.sleep(delay)
    return name
async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)
"""


def record(main: str) -> Recording:
    return Recording(HEAD + main).run()


def spans(recording):
    """(call, task, parent, start, end), in the order in which they began; times in seconds."""
    ends = {number: time / SECOND for time, number in recording.of("call-ended")}
    return [
        (f"{function}({arguments})", task, parent, time / SECOND, ends.get(number))
        for time, number, task, parent, function, arguments, *_ in recording.of("call-started")
    ][1:]


def tasks(recording):
    """(number, who made it, name), but for the first."""
    return [tuple(event[1:4]) for event in recording.of("task-started")][1:]


def test_gather_of_coroutines():
    """A task each, made by the call that gathers; gathers may be nested."""
    recording = record("""
async def main():
    await asyncio.gather(fetch("a"), asyncio.gather(fetch("b", 2), fetch("c", 3)))
""")
    assert spans(recording) == [
        ("fetch('b', 2)", 2, 1, 0, 2),
        ("fetch('c', 3)", 3, 1, 0, 3),
        ("fetch('a', 1)", 4, 1, 0, 1),
    ]


def test_nested_task_groups():
    """The tasks of the inner group are made by the task that enters it; a failure cancels the rest at once."""
    recording = record("""
async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("b", 9))
        group.create_task(fail(2))
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("a", 9))
            group.create_task(inner())
    except* ValueError:
        pass
""")
    assert spans(recording) == [
        ("fetch('a', 9)", 2, 1, 0, 2),
        ("inner()", 3, 1, 0, 2),
        ("fetch('b', 9)", 4, 3, 0, 2),
        ("fail(2)", 5, 3, 0, 2),
    ]


def test_as_completed():
    """The coroutines are tasks of the program's; whichever is first started."""
    recording = record("""
async def main():
    for first in asyncio.as_completed([asyncio.ensure_future(fetch(n, n)) for n in (2, 1)]):
        await first
""")
    assert spans(recording) == [("fetch(2, 2)", 2, 1, 0, 2), ("fetch(1, 1)", 3, 1, 0, 1)]


def test_shield():
    """What is shielded is a task, and goes on when the one that waits is cancelled."""
    recording = record("""
async def careful():
    await asyncio.shield(fetch("a", 3))
async def main():
    task = asyncio.create_task(careful())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(4)
""")
    assert spans(recording) == [("careful()", 2, 1, 0, 1), ("fetch('a', 3)", 3, 2, 0, 3)]
    assert tasks(recording) == [(2, 1, "careful()"), (3, 2, "fetch('a', 3)")]


def test_wait():
    """Until the first has ended; the other one goes on."""
    recording = record("""
async def main():
    tasks = [asyncio.create_task(fetch(n, n)) for n in (1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await pending.pop()
""")
    assert spans(recording) == [("fetch(1, 1)", 2, 1, 0, 1), ("fetch(2, 2)", 3, 1, 0, 2)]
    waits = [event[3:5] for event in recording.of("suspended") if event[1] == 1]
    assert waits == [["asyncio.wait()", [2, 3]], ["fetch(2, 2)", [3]]]


@pytest.mark.parametrize(("delay", "end"), [(1, 1), (5, 2)])
def test_wait_for_a_coroutine(delay, end):
    """It is a call in the task that waits, ended or cut off: a task that the library makes for it is nobody's."""
    recording = record(f"""
async def main():
    try:
        await asyncio.wait_for(fetch("a", {delay}), 2)
    except TimeoutError:
        pass
    await fetch("b")
""")
    assert spans(recording) == [(f"fetch('a', {delay})", 1, 1, 0, end), ("fetch('b', 1)", 1, 1, end, end + 1)]
    assert tasks(recording) == []
    assert next(event[3:] for event in recording.of("suspended")) == [f"asyncio.sleep({delay})", [], ["program.py", 4]]


def test_wait_for_that_is_cancelled():
    """The call in it ends with the one that waits; nested ones too."""
    recording = record("""
async def patient():
    await asyncio.wait_for(asyncio.wait_for(fetch("a", 9), 8), 7)
async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
""")
    assert spans(recording) == [("patient()", 2, 1, 0, 1), ("fetch('a', 9)", 2, 2, 0, 1)]
    assert tasks(recording) == [(2, 1, "patient()")]


def test_what_is_made_and_printed_in_wait_for_is_the_waiting_tasks():
    """A task made in there has the call as its parent, and the task that waits as its maker."""
    recording = record("""
async def both():
    await asyncio.gather(fetch("a"), fetch("b"))
    print_it()
def print_it():
    recorder.post("here", None, *recorder.here(None.__class__ and __import__("sys")._getframe()))
async def main():
    await asyncio.wait_for(both(), 5)
""")
    assert spans(recording) == [
        ("both()", 1, 1, 0, 1),
        ("fetch('a', 1)", 2, 2, 0, 1),
        ("fetch('b', 1)", 3, 2, 0, 1),
    ]
    assert tasks(recording) == [(2, 1, "fetch('a', 1)"), (3, 1, "fetch('b', 1)")]
    assert [event[1:3] for event in recording.of("here")] == [[1, 2]]


def test_wait_for_a_task_leaves_it_a_task():
    """The program made it."""
    recording = record("""
async def main():
    await asyncio.wait_for(asyncio.create_task(fetch("a")), 5)
""")
    assert spans(recording) == [("fetch('a', 1)", 2, 1, 0, 1)]
    assert tasks(recording) == [(2, 1, "fetch('a', 1)")]


def test_timeout():
    """No task is made; the call is cut off."""
    recording = record("""
async def main():
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(2):
            await fetch("a", 9)
""")
    assert spans(recording) == [("fetch('a', 9)", 1, 1, 0, 2)]
    assert tasks(recording) == []


def test_to_thread_and_futures_make_no_calls():
    """Only coroutines of the program's are calls."""
    recording = record("""
async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(2, future.set_result, None)
    await future
""")
    assert spans(recording) == []


NUMBERS = """
async def numbers():
    try:
        for n in range(3):
            yield n
            await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.5)
"""


def test_an_async_generator_is_one_call_from_its_first_item_to_its_end():
    """However long the loop's body takes; it pauses meanwhile."""
    recording = record(
        NUMBERS
        + """
async def main():
    async for n in numbers():
        await fetch(n, 0.25)
"""
    )
    assert spans(recording) == [
        ("numbers()", 1, 1, 0, 4.25),
        ("fetch(0, 0.25)", 1, 1, 0, 0.25),
        ("fetch(1, 0.25)", 1, 1, 1.25, 1.5),
        ("fetch(2, 0.25)", 1, 1, 2.5, 2.75),
    ]
    pauses = [time / SECOND for time, *_ in recording.of("call-paused")]
    assert next(event[1:] for event in recording.of("call-paused")) == [2, "its next item to be asked for"]
    assert pauses == [0, 1.25, 2.5]
    assert recording.of("generator-left") == []


def test_an_async_generator_that_never_waits_is_seen_too():
    """Its items are asked for at different times."""
    recording = record("""
async def numbers():
    yield 1
    yield 2
async def main():
    async for n in numbers():
        await asyncio.sleep(1)
    await asyncio.sleep(1)
""")
    assert spans(recording) == [("numbers()", 1, 1, 0, 2)]


@pytest.mark.parametrize("close", ["aclosing", "aclose"])
def test_an_async_generator_that_is_closed_in_time_is_not_left(close):
    """It ends where it is closed."""
    entered = "async with contextlib.aclosing(items):" if close == "aclosing" else "if True:"
    recording = record(
        NUMBERS
        + f"""
async def main():
    items = numbers()
    {entered}
        async for n in items:
            break
    {"await items.aclose()" if close == "aclose" else ""}
    await asyncio.sleep(5)
"""
    )
    assert spans(recording) == [("numbers()", 1, 1, 0, 0.5)]
    assert recording.of("generator-left") == []


def test_an_async_generator_that_is_left_is_closed_by_the_garbage_collector():
    """When nothing refers to it any more: its cleanup is a task of its own."""
    recording = record(
        NUMBERS
        + """
async def main():
    async for n in numbers():
        break
    await asyncio.sleep(5)
"""
    )
    assert [event[1:] for event in recording.of("generator-left")] == [[2, "the garbage collector", ["program.py", 13]]]
    assert spans(recording) == [("numbers()", 1, 1, 0, 0.5)]
    assert tasks(recording) == [(2, None, "numbers().aclose()")]


def test_an_async_generator_that_is_kept_is_closed_when_the_program_has_ended():
    """By `asyncio.run`."""
    recording = record(
        NUMBERS
        + """
kept = []
async def main():
    kept.append(numbers())
    async for n in kept[0]:
        break
    await asyncio.sleep(5)
"""
    )
    assert [event[:3] for event in recording.of("generator-left")] == [[5 * SECOND, 2, "asyncio.run"]]
    assert spans(recording)[0][3:] == (0, 5.5)


def test_an_async_context_manager_made_of_a_generator_is_a_call_from_entering_to_leaving():
    """It pauses while the block runs."""
    recording = record("""
@contextlib.asynccontextmanager
async def managed(name):
    await asyncio.sleep(1)
    yield name
    await asyncio.sleep(2)
async def main():
    async with managed("x"):
        await fetch("a", 4)
""")
    assert spans(recording) == [("managed('x')", 1, 1, 0, 7), ("fetch('a', 4)", 1, 1, 1, 5)]
    assert [event[2] for event in recording.of("call-paused")][-1] == "the end of the `async with` block"


def lines(recording):
    """(call, line of the program that awaits it), in the order in which they began."""
    source = recording.of("call-started")
    return [(f"{function}({arguments})", place[1]) for *_, function, arguments, place, _ in source if place]


def test_entering_and_leaving_a_context_manager_of_ones_own_are_calls():
    """Each is awaited on the line of the `async with`, and has the name that it has in its class."""
    recording = record("""
class Connection:
    def __init__(self, host):
        self.host = host
    async def __aenter__(self):
        await asyncio.sleep(1)
        return self
    async def __aexit__(self, *error):
        await asyncio.sleep(2)
class Checked(Connection):
    async def __aenter__(self):
        await super().__aenter__()
        return await fetch("checked")
async def main():
    async with Connection("a"):
        await asyncio.sleep(4)
    async with Checked("b"):
        pass
""")
    assert spans(recording) == [
        ("Connection.__aenter__()", 1, 1, 0, 1),
        ("Connection.__aexit__()", 1, 1, 5, 7),
        ("Checked.__aenter__()", 1, 1, 7, 9),
        ("Connection.__aenter__()", 1, 4, 7, 8),
        ("fetch('checked', 1)", 1, 4, 8, 9),
        ("Connection.__aexit__()", 1, 1, 9, 11),
    ]
    assert [line for _, line in lines(recording)] == [23, 23, 25, 20, 21, 25]


def test_an_exit_that_an_error_or_a_cancellation_brings_about_is_a_call_of_the_same_line():
    """It takes its time like any other; the task that is cancelled leaves the block by it."""
    recording = record("""
class Connection:
    async def __aenter__(self):
        pass
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(1)
        return kind is ValueError
async def hold():
    async with Connection():
        await asyncio.sleep(9)
async def main():
    async with Connection():
        await fail(1)
    task = asyncio.create_task(hold())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
""")
    found = [(name, start, end) for name, _, _, start, end in spans(recording)]
    assert [name.partition("(")[0] for name, _, _ in found] == [
        "fail",
        "Connection.__aexit__",
        "hold",
        "Connection.__aexit__",
    ]
    assert [times for _, *times in found] == [[0, 1], [1, 2], [2, 4], [3, 4]]
    assert [line for name, line in lines(recording) if "__aexit__" in name] == [20, 17]


def test_items_of_an_iterator_of_ones_own_are_calls():
    """One for each item, on the line that asks for it: a loop, a comprehension, `anext`."""
    recording = record("""
class Ticker:
    def __init__(self, *delays):
        self.delays = list(delays)
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.delays:
            raise StopAsyncIteration
        await asyncio.sleep(self.delays.pop(0))
async def main():
    async for _ in Ticker(1, 2):
        pass
    [_ async for _ in Ticker(3)]
    await anext(Ticker(4), None)
""")
    assert spans(recording) == [
        ("Ticker.__anext__()", 1, 1, 0, 1),
        ("Ticker.__anext__()", 1, 1, 1, 3),
        ("Ticker.__anext__()", 1, 1, 3, 6),
        ("Ticker.__anext__()", 1, 1, 6, 10),
    ]
    assert [line for _, line in lines(recording)] == [20, 20, 22, 23]


def test_an_async_comprehension_is_part_of_the_function_round_it():
    """What it awaits is awaited by that one, on its line; in Python 3.11 it is a coroutine of its own."""
    recording = record("""
async def main():
    [await fetch(name) for name in "ab"]
    {n: await asyncio.sleep(n) for n in (1, 2)}
""")
    assert spans(recording) == [("fetch('a', 1)", 1, 1, 0, 1), ("fetch('b', 1)", 1, 1, 1, 2)]
    waits = [(event[2], event[3], event[5][1]) for event in recording.of("suspended")]
    assert waits[2:] == [(1, "asyncio.sleep(1)", 12), (1, "asyncio.sleep(2)", 12)]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks came with Python 3.12")
def test_eager_tasks_know_who_made_them():
    """What they print and make in their first step, which runs inside the call that makes them, is their own."""
    recording = record("""
async def outer(name):
    recorder.post("here", None, *recorder.here(__import__("sys")._getframe()))
    await asyncio.create_task(fetch(name))
async def quick():
    recorder.post("here", None, *recorder.here(__import__("sys")._getframe()))
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(outer("a"), outer("b"))
    await asyncio.create_task(quick())
""")
    assert tasks(recording) == [
        (2, 1, "outer('a')"),
        (3, 2, "fetch('a', 1)"),
        (4, 1, "outer('b')"),
        (5, 4, "fetch('b', 1)"),
        (6, 1, "quick()"),
    ]
    assert spans(recording) == [
        ("outer('a')", 2, 1, 0, 1),
        ("fetch('a', 1)", 3, 2, 0, 1),
        ("outer('b')", 4, 1, 0, 1),
        ("fetch('b', 1)", 5, 4, 0, 1),
        ("quick()", 6, 1, 1, 1),
    ]
    assert [event[1:3] for event in recording.of("here")] == [[2, 2], [4, 4], [6, 6]]
