"""The time as a program sees it, and what holds up the event loop."""

import pytest

from grader.engine.blocking.blocking import LOOKS
from grader.engine.virtual.clock import SECOND
from grader.engine.virtual.time import EPOCH, functions

from .programs import FILE, Recording


def test_time_sleep_on_the_loops_thread_is_a_frozen_stretch_with_its_line():
    """Nothing else runs in it: the other task's sleep ends late."""
    source = """
async def other():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0.5)
    sleep(2)
    await task
"""
    recording = Recording(source).run()
    assert recording.of("blocked") == [[SECOND // 2, 5 * SECOND // 2, 1, 1, "time.sleep(2)", [FILE, 8]]]
    assert recording.turns.clock.now == 5 * SECOND // 2


def test_frozen_stretches_of_one_line_that_join_are_one():
    """Ten sleeps of 0.1 s in a row are one stretch of a second."""
    recording = Recording("async def main():\n    for _ in range(10): sleep(0.1)\n").run()
    assert [(start, end) for start, end, *_ in recording.of("blocked")] == [(0, SECOND)]


def test_a_helper_that_sleeps_is_shown_with_the_learners_line():
    """The innermost one."""
    source = "def helper():\n    sleep(1)\nasync def main():\n    helper()\n"
    assert Recording(source).run().of("blocked")[0][-1] == [FILE, 2]


@pytest.mark.parametrize("length", [-1, -0.5])
def test_a_negative_sleep_is_an_error(length):
    """The same one as Python's."""
    with pytest.raises(ValueError, match="non-negative"):
        Recording(f"async def main():\n    sleep({length})\n").run()


def test_every_clock_tells_the_virtual_time():
    """From a fixed date on, so that two runs see the same one."""
    recording = Recording("async def main():\n    pass\n")
    recording.turns.clock.now = 5 * SECOND // 2
    clocks = [name for name in functions(recording.time) if name.startswith(("time", "monotonic", "perf_counter"))]
    told = {name: functions(recording.time)[name]() for name in clocks}
    assert told == {
        "time": EPOCH / SECOND + 2.5,
        "time_ns": EPOCH + 2_500_000_000,
        "monotonic": 2.5,
        "monotonic_ns": 2_500_000_000,
        "perf_counter": 2.5,
        "perf_counter_ns": 2_500_000_000,
    }


def test_a_loop_that_only_reads_the_clock_is_moved_on_and_told():
    """It ends at its time, and the stretch counts as blocked."""
    recording = Recording("async def main():\n    while monotonic() < 2: pass\n")
    recording.names["monotonic"] = functions(recording.time)["monotonic"]
    recording.run()
    assert recording.of("blocked") == [[0, 2 * SECOND, 1, 1, "a loop that reads time.monotonic()", [FILE, 2]]]


def test_a_few_looks_at_the_clock_cost_nothing():
    """Measuring is no waiting."""
    recording = Recording(f"async def main():\n    for _ in range({LOOKS}): perf_counter()\n")
    recording.names["perf_counter"] = functions(recording.time)["perf_counter"]
    assert recording.run().turns.clock.now == 0


def test_a_coroutine_that_looks_at_the_clock_and_yields_polls():
    """It is told as polling, not as blocking."""
    recording = Recording("async def main():\n    while monotonic() < 0.5: await asyncio.sleep(0)\n")
    recording.names["monotonic"] = functions(recording.time)["monotonic"]
    recording.run()
    assert (recording.of("blocked"), len(recording.of("polled"))) == ([], 1)
