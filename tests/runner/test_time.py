"""All that tells the time tells one time, whichever way a program asks, and whatever it puts in its place."""

import pytest

from grader.model import Blocked, LimitExceeded, Returned

from .programs import execute, texts

NEW_YEAR = 1_767_225_600.0
"""2026-01-01 00:00 UTC."""


def test_every_clock_tells_the_same_time(run):
    """Imported by name or not, after a wait of 2.5 s; the date is the same every day, and in UTC."""
    source = """
    import asyncio, datetime as dt, time
    from datetime import date, datetime
    from time import monotonic, perf_counter as counter, strftime, time as now

    async def main():
        await asyncio.sleep(2.5)
        loop = asyncio.get_running_loop()
        return {
            "of day": [now(), time.time_ns() / 1e9, time.clock_gettime(time.CLOCK_REALTIME), datetime.now().timestamp(),
                dt.datetime.now(dt.timezone.utc).timestamp(), datetime.today().timestamp(),
                time.clock_gettime_ns(time.CLOCK_REALTIME) / 1e9],
            "since the start": [monotonic(), time.monotonic_ns() / 1e9, counter(), time.perf_counter_ns() / 1e9,
                time.clock_gettime(time.CLOCK_MONOTONIC), loop.time()],
            "in words": [time.ctime(), time.asctime(), strftime("%a %b %e %H:%M:%S %Y"),
                time.asctime(time.gmtime()), time.asctime(time.localtime()), datetime.now().ctime()],
            "dates": [str(date.today()), str(dt.date.today()), str(datetime.now().date())],
            "processor": [time.process_time(), time.thread_time_ns(),
                time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)],
        }
    """
    found = run(source).value
    assert {name: set(values) for name, values in found.items()} == {
        "of day": {NEW_YEAR + 2.5},
        "since the start": {2.5},
        "in words": {"Thu Jan  1 00:00:02 2026"},
        "dates": {"2026-01-01"},
        "processor": {0},
    }


def test_no_module_keeps_the_machines_clock(quick):
    """Neither those that are there when the file is loaded nor those that it imports; but `subprocess` does."""
    source = """
    import sys, time
    import calendar, concurrent.futures, email.utils, http.client, logging.handlers, queue, sched, selectors
    import timeit, uuid

    NAMES = ("time", "sleep", "monotonic", "perf_counter", "process_time", "localtime", "strftime", "time_ns")

    async def main():
        return sorted(
            f"{module.__name__}.{name}"
            for module in list(sys.modules.values()) if not module.__name__.startswith("grader")
            for name, value in list(vars(module).items())
            if type(value) is type(len) and value.__name__ in NAMES and value.__module__ == "time"
        )
    """
    assert quick(source).value == ["subprocess._time"]


def test_waits_of_threads_and_of_sched_follow_the_clock(run):
    """`threading.Timer`, `sched.scheduler` and the time-outs of queues, of a second each."""
    source = """
    import asyncio, queue, sched, threading, time

    def timer():
        came = threading.Event()
        threading.Timer(1, came.set).start()
        came.wait()

    def schedule():
        scheduler = sched.scheduler()
        scheduler.enter(1, 0, int)
        scheduler.run()

    def empty():
        try:
            queue.Queue().get(timeout=1)
        except queue.Empty:
            pass

    async def main():
        ends = []
        for work in (timer, schedule, empty):
            await asyncio.to_thread(work)
            ends.append(time.monotonic())
        return ends
    """
    assert run(source).value == [1, 2, 3]


DATETIMES = """
import copy, datetime as module, pickle
from datetime import date, datetime, timedelta, timezone

class Mine(datetime):
    pass

async def main():
    now, zone = datetime.now(), timezone(timedelta(hours=2))
    real = datetime.__mro__[1]
    values = [
        now, datetime.utcnow(), datetime.now(zone), datetime.now(timezone.utc).astimezone(zone),
        datetime(2026, 1, 2, 3, 4, 5, 6), now + timedelta(1), now - timedelta(1), timedelta(1) + now,
        now.replace(year=2027), datetime.combine(date(2026, 1, 1), now.time()), datetime.strptime("2026", "%Y"),
        datetime.fromisoformat("2026-01-02T03:04:05"), datetime.fromtimestamp(0), datetime.min, datetime.max,
        pickle.loads(pickle.dumps(now)), copy.deepcopy(now), copy.copy(now),
    ]
    match now:
        case datetime(year=year):
            pass
    return {
        "of the class": {type(value) is datetime and isinstance(value, (datetime, date)) for value in values},
        "plain": {str(real(*value.timetuple()[:6]) - value.replace(tzinfo=None, microsecond=0)) for value in values},
        "others": [isinstance(real(2026, 1, 1), datetime), issubclass(real, datetime), issubclass(datetime, date),
            isinstance(date(2026, 1, 1), datetime), isinstance(now, Mine), isinstance(Mine.now(), Mine),
            isinstance(Mine(2026, 1, 1), datetime), type(Mine.now() + timedelta(1)) is Mine],
        "equal": [real(2026, 1, 1) == now, hash(real(2026, 1, 1)) == hash(now), now < real(2027, 1, 1), year == 2026],
        "shown": [repr(now), repr(Mine(2026, 1, 1)), repr(datetime), repr(now - now), str(now), f"{now:%H}"],
        "slots": hasattr(now, "__dict__"),
        "names": [datetime.__module__, datetime.__qualname__, module.datetime is datetime],
    }
"""


@pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow")
def test_datetimes_behave_as_pythons_own(quick):
    """Checks of type, arithmetic, parsing, copies and pickles; a subclass is one, and a date is none."""
    assert quick(DATETIMES).value == {
        "of the class": {True},
        "plain": {"0:00:00"},
        "others": [True, True, True, False, False, True, True, True],
        "equal": [True, True, True, True],
        "shown": [
            "datetime.datetime(2026, 1, 1, 0, 0)",
            "Mine(2026, 1, 1, 0, 0)",
            "<class 'datetime.datetime'>",
            "datetime.timedelta(0)",
            "2026-01-01 00:00:00",
            "00",
        ],
        "slots": False,
        "names": ["datetime", "datetime", True],
    }


@pytest.mark.parametrize(
    "patch",
    [
        "time.monotonic = time.time = time.perf_counter = lambda: 0",
        "time.sleep = lambda seconds: None",
        "asyncio.sleep = None",
        "datetime.datetime = None",
        "asyncio.get_running_loop().time = lambda: 0",
        "asyncio.BaseEventLoop.time = lambda loop: 0",
        "asyncio.get_event_loop().time = time.sleep",
    ],
)
def test_what_a_program_puts_in_a_clocks_place_does_not_reach_the_engine(quick, patch):
    """Waits last as long as they did, what is printed has its time, and limits go on."""
    source = f"""
    import asyncio, datetime, time
    sleep = asyncio.sleep

    async def main():
        {patch}
        await sleep(1)
        print("one", flush=True)
        try:
            async with asyncio.timeout(1):
                await sleep(5)
        except TimeoutError:
            print("two", flush=True)
        try:
            await asyncio.wait_for(sleep(5), 1)
        except TimeoutError:
            print("three", flush=True)
        called = asyncio.Event()
        asyncio.get_running_loop().call_later(1, called.set)
        await called.wait()
        print("four", flush=True)
    """
    finished = quick(source)
    assert finished.trace.outcome == Returned()
    assert finished.trace.duration_ns == 4_000_000_000
    assert texts(finished) == ["one", "two", "three", "four"]


def test_a_program_that_stops_its_clock_is_still_stopped():
    """One that never ends reaches its limit."""
    from grader.runner import start

    backend = start()
    source = """
    import asyncio, time
    time.monotonic = time.time = lambda: 0
    async def main():
        asyncio.get_running_loop().time = lambda: 0
        while True:
            await asyncio.sleep(0)
    """
    finished = execute(backend, source)
    backend.close()
    assert isinstance(finished.trace.outcome, LimitExceeded)
    assert finished.trace.outcome.limit == "steps"


@pytest.mark.parametrize("clock", ["time.process_time", "datetime.datetime.now().timestamp", "time.time", "loop.time"])
def test_a_loop_that_only_reads_a_clock_ends_at_its_time(quick, clock):
    """Whichever clock; it is told as what blocks, with what it reads."""
    source = f"""
    import asyncio, datetime, time
    async def main():
        loop = asyncio.get_running_loop()
        start = {clock}()
        while {clock}() < start + 0.5: pass
    """
    if "datetime" in clock:
        source = source.replace(f"{clock}()", "datetime.datetime.now().timestamp()")
    finished = quick(source)
    (told,) = [event for event in finished.trace.events if isinstance(event, Blocked)]
    what = "datetime.now()" if "datetime" in clock else f"{clock}()"
    assert (finished.trace.duration_ns, told.what, told.place.line) == (500_000_000, f"a loop that reads {what}", 6)


def test_what_the_library_reads_of_the_clock_moves_nothing(quick):
    """Thousands of tasks that go to sleep at one instant sleep until one instant."""
    source = """
    import asyncio
    async def main():
        await asyncio.gather(*(asyncio.sleep(1) for _ in range(3000)))
    """
    assert quick(source).trace.duration_ns == 1_000_000_000


def test_a_thread_that_only_reads_the_clock_takes_that_time_and_holds_nobody_up(quick):
    """A worker that spins for a second is no fault of the event loop's."""
    source = """
    import asyncio, time
    def spin():
        end = time.perf_counter() + 1
        while time.perf_counter() < end: pass
    async def main():
        async def beat():
            await asyncio.sleep(0.5)
            return time.monotonic()
        beaten, _ = await asyncio.gather(beat(), asyncio.to_thread(spin))
        return beaten
    """
    finished = quick(source)
    assert (finished.value, finished.trace.duration_ns) == (0.5, 1_000_000_000)
    assert [event for event in finished.trace.events if isinstance(event, Blocked)] == []


def test_lines_that_are_logged_are_no_looks_at_the_clock(quick):
    """However many; what `logging` tells of the time is the same in every run."""
    source = """
    import logging
    logging.basicConfig(format="%(relativeCreated)d %(asctime)s %(message)s", level="INFO", handlers=[
        type("Kept", (logging.Handler,), {"emit": lambda self, record: kept.add(self.format(record))})()])
    kept = set()
    async def main():
        for _ in range(1500):
            logging.info("spam")
        return kept
    """
    finished = quick(source)
    assert (finished.value, finished.trace.duration_ns) == ({"0 2026-01-01 00:00:00,000 spam"}, 0)
    assert [event for event in finished.trace.events if isinstance(event, Blocked)] == []
