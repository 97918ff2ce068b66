"""Locks, semaphores, events, conditions and queues: who has what, from when to when; asyncio behaves as ever."""

import asyncio
import io
import unittest

import pytest

from grader.engine.recorder.primitives import Primitives
from grader.engine.recorder.recorder import Recorder, StepLimit
from grader.engine.virtual.clock import SECOND, FreeClock

from .programs import Kept, Recording


def record(body: str, **options) -> Recording:
    return Recording(f"import asyncio\n{body}", **options).run()


def held(recording):
    """(thing, task, from, until, line that took it, line that gave it back), in the order in which they were taken."""
    found, open_ = [], {}
    for kind, time, *fields in recording.events:
        if kind == "taken":
            thing, _, task, place = fields
            found.append([thing, task, time / SECOND, None, place[1], None])
            open_.setdefault((thing, task), []).append(found[-1])
        elif kind == "given-back":
            thing, _, holder, _, place = fields
            span = open_[thing, holder].pop()
            span[3], span[5] = time / SECOND, place[1]
    return [tuple(span) for span in found]


def test_a_lock_is_held_from_when_it_is_taken_until_it_is_given_back():
    """By one task after the other."""
    recording = record("""
lock = asyncio.Lock()
async def work(n):
    async with lock:
        await asyncio.sleep(n)
async def main():
    await asyncio.gather(work(1), work(2))
""")
    assert held(recording) == [(1, 2, 0, 1, 5, 5), (1, 3, 1, 3, 5, 5)]
    assert [event[2] for event in recording.of("taken")] == ["Lock", "Lock"]


def test_a_place_of_a_semaphore_that_is_handed_over_belongs_to_the_waiter():
    """The one that gives it back takes it for the one that waits; asyncio's loop wakes that one later."""
    recording = record("""
limit = asyncio.Semaphore(2)
async def work(n):
    await limit.acquire()
    await asyncio.sleep(n)
    limit.release()
async def main():
    await asyncio.gather(work(1), work(2), work(3), work(4))
""")
    assert held(recording) == [
        (1, 2, 0, 1, 5, 7),
        (1, 3, 0, 2, 5, 7),
        (1, 4, 1, 4, 5, 7),
        (1, 5, 2, 6, 5, 7),
    ]


def test_a_waiter_that_is_cancelled_gives_back_what_it_was_handed():
    """In the very moment in which it got the place, before it went on."""
    recording = record("""
limit = asyncio.Semaphore(1)
async def work():
    async with limit:
        await asyncio.sleep(1)
async def main():
    first, second, third = [asyncio.create_task(work()) for _ in range(3)]
    await first
    second.cancel()
    await asyncio.wait([second, third])
""")
    assert [span[1:4] for span in held(recording)] == [(2, 0, 1), (3, 1, 1), (4, 1, 2)]


def test_a_place_given_back_by_another_task_is_the_holders():
    """The event says who had it and who gave it back; a place that nobody took has no holder."""
    recording = record("""
lock, limit = asyncio.Lock(), asyncio.Semaphore(1)
async def take():
    await lock.acquire()
async def main():
    await asyncio.create_task(take())
    lock.release()
    limit.release()
""")
    assert [event[1:5] for event in recording.of("given-back")] == [[1, "Lock", 2, 1], [2, "Semaphore", None, 1]]


def test_a_condition_lets_its_lock_go_while_it_waits():
    """Taken, given back in `wait`, taken again when notified."""
    recording = record("""
bell = asyncio.Condition()
async def guest():
    async with bell:
        await bell.wait()
        await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(guest())
    await asyncio.sleep(2)
    async with bell:
        bell.notify()
    await task
""")
    assert [span[1:] for span in held(recording)] == [(2, 0, 0, 5, 6), (1, 2, 2, 11, 11), (2, 2, 3, 6, 5)]
    assert [event[1:] for event in recording.of("signalled")] == [[2, "Condition", "notify", 1, ["program.py", 12]]]


def test_an_event_tells_who_set_it():
    """And who cleared it; what changes nothing is not told."""
    recording = record("""
async def main():
    event = asyncio.Event()
    event.clear()
    event.set()
    event.set()
    event.clear()
""")
    assert [event[2:] for event in recording.of("signalled")] == [
        ["Event", "set", 1, ["program.py", 6]],
        ["Event", "clear", 1, ["program.py", 8]],
    ]


def test_a_queue_tells_its_length_over_time():
    """(time, what happened, length, items not marked done, task), for ways that wait and ways that do not."""
    recording = record("""
async def produce(queue):
    for n in range(3):
        await queue.put(n)
async def main():
    queue = asyncio.Queue(2)
    task = asyncio.create_task(produce(queue))
    await asyncio.sleep(1)
    queue.get_nowait()
    queue.task_done()
    await asyncio.sleep(1)
    await queue.get()
    await task
""")
    changes = [(time // SECOND, how, *rest) for time, _, _, how, *rest, _ in recording.of("queue-changed")]
    assert changes == [
        (0, "put", 1, 1, 2),
        (0, "put", 2, 2, 2),
        (1, "get", 1, 2, 1),
        (1, "done", 1, 1, 1),
        (1, "put", 2, 2, 2),
        (2, "get", 1, 2, 1),
    ]


@pytest.mark.parametrize("kind", ["PriorityQueue", "LifoQueue", "Mine"])
def test_other_queues_are_queues_too(kind):
    """asyncio's, and the program's own, which is told as what it is made from."""
    recording = record(
        f"""
class Mine(asyncio.Queue):
    def qsize(self):
        raise AssertionError
async def main():
    queue = {kind if kind == "Mine" else f"asyncio.{kind}"}()
    asyncio.Queue.put_nowait(queue, 1)
""",
    )
    told = "Queue" if kind == "Mine" else kind
    assert [event[2:6] for event in recording.of("queue-changed")] == [[told, "put", 1, 1]]


def test_what_primitives_use_for_their_own_ends_is_not_told():
    """A queue's event, a barrier's condition."""
    recording = record("""
async def main():
    barrier = asyncio.Barrier(2)
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.get_nowait()
    queue.task_done()
    await queue.join()
    await asyncio.gather(barrier.wait(), barrier.wait())
""")
    assert recording.of("signalled") == recording.of("taken") == []


def test_a_lock_acquired_in_wait_for_is_held_by_the_task_that_waits():
    """Where the library makes a task of its own for it, too."""
    recording = record("""
async def main():
    lock = asyncio.Lock()
    await asyncio.wait_for(lock.acquire(), 5)
    await asyncio.sleep(1)
    lock.release()
""")
    assert [span[:4] for span in held(recording)] == [(1, 1, 0, 1)]


def test_many_uses_end_a_program_that_never_suspends():
    """However fast the machine; the line is that of the last use, whatever the program catches."""
    source = """
import asyncio
lock = asyncio.Lock()
async def main():
    while True:
        try:
            async with lock:
                pass
        except BaseException:
            await asyncio.sleep(0)
"""
    found = []
    for _ in "ab":
        recording = Recording(source, max_steps=100)
        with pytest.raises(StepLimit) as caught:
            recording.run()
        found.append((caught.value.args, recording.events))
    assert found[0] == found[1]
    assert found[0][0] == (["program.py", 7],)


def test_the_primitives_are_asyncios_own_again_afterwards():
    """Nothing is left on the classes."""
    before = {kind: dict(vars(kind)) for kind in (asyncio.Lock, asyncio.Semaphore, asyncio.Event, asyncio.Queue)}
    recorder = Recorder(Kept(), FreeClock())
    recorder.begin({}, "", 100, "main()")
    undo = Primitives(recorder).install()
    assert any(dict(vars(kind)) != names for kind, names in before.items())
    undo()
    assert {kind: dict(vars(kind)) for kind in before} == before


def test_a_traceback_of_a_primitive_shows_no_line_of_ours():
    """What raises is asyncio's method itself."""
    recording = record("""
import traceback
told = []
async def main():
    for action in (asyncio.Queue().get_nowait, asyncio.Lock().release, asyncio.Condition().notify):
        try:
            action()
        except BaseException:
            told.append(traceback.format_exc())
""")
    assert len(recording.names["told"]) == 3
    assert all("primitives.py" not in text for text in recording.names["told"])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["test_locks", "test_queues"])
def test_cpythons_own_tests_pass_on_watched_primitives(name):
    """Every one of them, with each change told."""
    module = pytest.importorskip(f"test.test_asyncio.{name}", reason="CPython's own tests are not installed")
    kept = Kept()
    sources = {module.__file__: module.__file__}
    recorder = Recorder(kept, FreeClock())
    recorder.begin(sources, module.__file__, 10**6, "main()")
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    undo = Primitives(recorder).install()
    try:
        result = unittest.TextTestRunner(stream=io.StringIO(), verbosity=0).run(suite)
    finally:
        undo()
    assert (result.failures, result.errors) == ([], [])
    assert result.testsRun >= 40
    assert {event[0] for event in kept.events} >= (
        {"taken", "signalled"} if name == "test_locks" else {"queue-changed"}
    )
