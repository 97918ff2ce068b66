"""What a schedule may change in a run, and what it never does."""

import asyncio
import random
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from grader.engine.virtual.clock import SECOND
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.schedule import COST, FACTORS, Schedule, Tape

from .programs import FILE, Recording

SLEEPERS = """
woken = []

async def sleeper(name, delay):
    await asyncio.sleep(delay)
    woken.append((name, round(asyncio.get_running_loop().time(), 6)))

async def main():
    await asyncio.gather(sleeper("a", 2), sleeper("b", 2), sleeper("c", 2), sleeper("d", 3))
"""

TURNS = """
turns = []

async def turn(name):
    for _ in range(3):
        turns.append(name)
        await asyncio.sleep(0)

async def holder(name, lock):
    async with lock:
        turns.append(name)
        await asyncio.sleep(1)

async def waiter(name, event):
    await event.wait()
    turns.append(name)

async def main():
    await asyncio.gather(*map(turn, "ab"))
    lock, event = asyncio.Lock(), asyncio.Event()
    holders = [holder(name, lock) for name in "cde"]
    waiters = [waiter(name, event) for name in "fgh"]
    asyncio.get_running_loop().call_later(10, event.set)
    await asyncio.gather(*holders, *waiters)
    queue = asyncio.Queue()
    for name in "ijk":
        queue.put_nowait(name)
    while not queue.empty():
        turns.append(await queue.get())
"""

SETS = """
async def nothing():
    pass

async def main():
    global names
    tasks = [asyncio.create_task(nothing()) for _ in range(6)]
    names = [tasks.index(task) for task in set(tasks)]
    await asyncio.gather(*tasks)
"""


class Scheduled(Recording):
    """A program that runs under a schedule."""

    def __init__(self, source: str, **data) -> None:
        super().__init__(source)
        data = {"choices": {}, "seed": None, **data}
        self.schedule = Schedule(data, self.recorder, self.turns)

    def _ended(self) -> None:
        self.schedule.stop()
        super()._ended()

    def _loop(self) -> VirtualLoop:
        loop = VirtualLoop(self.turns, self.schedule.observer(self.recorder))
        self.recorder.attach(loop)
        self.schedule.attach(loop)
        return loop


@pytest.fixture
def program(monkeypatch) -> Iterator:
    """Run a program under a schedule of these knobs, from its first step."""

    def program(source: str, *knobs: str, choices=None, seed=None) -> Scheduled:
        monkeypatch.setattr(asyncio, "sleep", SLEEP)
        monkeypatch.setattr(asyncio.tasks, "sleep", SLEEP)
        made = Scheduled(source, knobs=knobs, choices=choices or {}, seed=seed)
        made.schedule.install()
        made.schedule.start()
        made.run()
        return made

    return program


SLEEP = asyncio.sleep


def chosen(ran: Scheduled) -> list[tuple[str, int, int]]:
    """Return (knob, number, choice) of every choice but 0."""
    return [tuple(event[1:4]) for event in ran.of("chose")]


def test_a_tape_gives_what_is_on_it_and_then_zeros():
    """Beyond the list nothing varies, where there is nothing to draw from; a choice that is not there is the last."""
    tape = Tape([2, 0, 9], None)
    assert [tape.take(3) for _ in range(5)] == [2, 0, 2, 0, 0]
    assert tape.made == 5


def test_a_tape_with_a_seed_draws_beyond_its_list():
    """What is drawn depends on the seed alone."""
    one, same, other = (Tape([1], random.Random(seed)) for seed in ("x", "x", "y"))
    drawn = [[tape.take(6) for _ in range(40)] for tape in (one, same, other)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0][0] == 1
    assert set(drawn[0]) <= set(range(6))


def test_without_a_choice_nothing_differs(program):
    """With every knob and no choice a program does what it does without a schedule."""
    for source, name in ((SLEEPERS, "woken"), (TURNS, "turns"), (SETS, "names")):
        plain = Recording(source).run()
        varied = program(source, "sets", "ties", "cost", "threads", "io", "delays")
        assert varied.names[name] == plain.names[name]
        assert [event for event in varied.events if event[0] != "offered"] == plain.events


def test_timers_due_at_one_instant_change_places(program):
    """The third of three takes the first place; the one that is due later stays later."""
    ran = program(SLEEPERS, "ties", choices={"ties": [2]})
    assert ran.names["woken"] == [("c", 2.0), ("a", 2.0), ("b", 2.0), ("d", 3.0)]
    (event,) = ran.of("chose")
    assert event == [2 * SECOND, "ties", 0, 2, 4, 2, None, None, "", None]


@pytest.mark.parametrize("seed", range(20))
def test_timers_of_one_object_keep_their_order(program, seed):
    """What arrives at one instant on one stream stays in its order, whatever comes between from another one."""
    source = """
class Wire:
    def __init__(self, name):
        self.name = name
    def arrive(self, number):
        arrived.append((self.name, number))

arrived = []

async def main():
    loop = asyncio.get_running_loop()
    one, other = Wire("one"), Wire("other")
    for number in range(4):
        for wire in (one, other):
            loop.call_at(1, wire.arrive, number)
    await asyncio.sleep(2)
"""
    arrived = program(source, "ties", seed=seed).names["arrived"]
    for name in ("one", "other"):
        assert [number for wire, number in arrived if wire == name] == [0, 1, 2, 3]


def test_a_delay_takes_as_long_as_is_chosen(program):
    """The second sleep, of 2 s, takes 0.5 times as long; the record says of which line, and how long it would take."""
    ran = program(SLEEPERS, "delays", choices={"delays": [0, 2]})
    assert FACTORS[2] == 0.5
    assert ran.names["woken"] == [("b", 1.0), ("a", 2.0), ("c", 2.0), ("d", 3.0)]
    (event,) = ran.of("chose")
    assert event == [0, "delays", 1, 2, 3, None, 2 * SECOND, SECOND, "", [FILE, 5]]


def test_a_delay_that_varies_is_recorded_as_it_is_written(program):
    """What a task waits for stays `asyncio.sleep(2)`, as in the learner's line."""
    ran = program(SLEEPERS, "delays", choices={"delays": [1, 1, 1, 1]})
    waits = {event[3] for event in ran.of("suspended")}
    assert {"asyncio.sleep(2)", "asyncio.sleep(3)"} <= waits


def test_a_step_takes_the_time_that_is_chosen(program):
    """The fourth choice is the first step of the third sleeper, which takes 1 ms: all that it does comes later."""
    ran = program(SLEEPERS, "cost", choices={"cost": [0, 0, 0, 4]})
    assert COST * 4 == SECOND // 1000
    assert ran.names["woken"] == [("a", 2.0), ("b", 2.0), ("c", 2.001), ("d", 3.001)]


def test_a_task_stands_elsewhere_in_a_set(program):
    """Another hash, another place; with the same choices it is the same place."""
    usual = Recording(SETS).run().names["names"]
    ran = [program(SETS, "sets", choices={"sets": [0, 0, 0, 5]}) for _ in range(2)]
    assert ran[0].names["names"] == ran[1].names["names"] != usual
    assert sorted(usual) == sorted(ran[0].names["names"]) == list(range(6))


@pytest.mark.parametrize("seed", range(30))
def test_what_python_promises_never_varies(program, seed):
    """Steps take turns, and locks, events and queues serve in their order, whatever is drawn."""
    ran = program(TURNS, "sets", "ties", "cost", "threads", "io", "delays", seed=seed)
    turns = ran.names["turns"]
    assert turns[:6] == list("ababab")
    assert [name for name in turns[6:12] if name in "cde"] == list("cde")
    assert [name for name in turns[6:12] if name in "fgh"] == list("fgh")
    assert turns[12:] == list("ijk")


@pytest.mark.parametrize("source", [SLEEPERS, TURNS, SETS], ids=["sleepers", "turns", "sets"])
def test_the_choices_of_a_run_replay_it(program, source):
    """What was drawn, given as lists, gives the same events, choice by choice; so does the same seed once more."""
    knobs = ("sets", "ties", "cost", "delays")
    for seed in range(10):
        drawn = program(source, *knobs, seed=seed)
        assert program(source, *knobs, seed=seed).events == drawn.events
        choices: dict[str, list[int]] = {}
        for knob, number, choice in chosen(drawn):
            tape = choices.setdefault(knob, [])
            tape += [0] * (number - len(tape)) + [choice]
        assert program(source, *knobs, choices=choices).events == drawn.events


def test_some_schedules_change_something(program):
    """The control of the tests above: each knob does what it is for in one of ten runs at least."""
    for knob, source in (("ties", SLEEPERS), ("delays", SLEEPERS), ("cost", SLEEPERS), ("sets", SETS)):
        name = "names" if source is SETS else "woken"
        found = {str(program(source, knob, seed=seed).names[name]) for seed in range(10)}
        assert len(found) > 1, knob


def test_a_run_tells_what_there_was_to_choose(program):
    """Two places among three sleepers that are due at once, four sleeps; in sets and threads nothing."""
    ran = Scheduled(SLEEPERS, knobs=("ties", "threads", "cost"))
    ran.schedule.start()
    ran.run()
    assert [event[1:] for event in ran.of("offered")] == [["ties", 2], ["cost", 10]]


def test_nothing_varies_before_the_start_and_after_the_end(program, monkeypatch):
    """While a file is loaded, and once the coroutine under test has ended, nothing is chosen."""
    made = Scheduled(SLEEPERS, knobs=("ties", "cost"), choices={"ties": [2], "cost": [4]})
    made.schedule.start()
    made.schedule.stop()
    made.run()
    assert made.of("chose") == []
    assert [name for name, _ in made.names["woken"]] == list("abcd")


def test_threads_that_are_ready_change_places(world):
    """Of three threads that are ready the last one runs first."""
    recorder = SimpleNamespace(post=lambda *event: None)
    schedule = Schedule({"knobs": ["threads"], "choices": {"threads": [2]}, "seed": None}, recorder, world.turns)
    schedule.install()
    schedule.start()
    import threading

    ran: list[str] = []
    threads = [threading.Thread(target=ran.append, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ran == ["c", "a", "b"]


def test_sockets_ready_in_one_poll_change_places():
    """The bytes of each arrive whole and in order, whichever is served first."""
    source = """
import socket

got = []

async def reader(name, end):
    got.append((name, await asyncio.get_running_loop().sock_recv(end, 100)))

async def main():
    pairs = [socket.socketpair() for _ in range(3)]
    for near, far in pairs:
        near.setblocking(False)
    tasks = [asyncio.create_task(reader(name, near)) for name, (near, far) in zip("abc", pairs)]
    await asyncio.sleep(1)
    for near, far in pairs:
        far.send(b"12")
        far.send(b"34")
    await asyncio.gather(*tasks)
    for pair in pairs:
        for end in pair:
            end.close()
"""
    orders = []
    for choices in ([], [2]):
        ran = Scheduled(source, knobs=("io",), choices={"io": choices})
        ran.schedule.start()
        ran.run()
        assert {data for _, data in ran.names["got"]} == {b"1234"}
        orders.append("".join(name for name, _ in ran.names["got"]))
    assert orders == ["abc", "cab"]
