"""asyncio's loop on a virtual clock."""

import asyncio
from asyncio import events

import pytest

from grader.engine.virtual.clock import SECOND, FreeClock, TimeLimit
from grader.engine.virtual.loop import SPINS, VirtualLoop
from grader.engine.virtual.turns import Deadlock, Turns

from .programs import run

DAY = 24 * 60 * 60


async def order_of(*waits):
    """Run coroutines at once; return the places in which they ended."""
    ended = []

    async def one(place, wait):
        await wait
        ended.append(place)

    await asyncio.gather(*(one(place, wait) for place, wait in enumerate(waits)))
    return ended


async def naps(*lengths):
    for length in lengths:
        await asyncio.sleep(length)


def test_a_sleep_takes_exactly_its_virtual_time():
    """Two seconds are two seconds, to the nanosecond."""
    assert run(lambda: asyncio.sleep(2, "done")) == ("done", 2.0)


@pytest.mark.parametrize("length", [DAY + 1, 400 * DAY])
def test_a_sleep_may_be_longer_than_a_day(length):
    """The selector's longest wait of 24 hours is no limit here."""
    assert run(lambda: asyncio.sleep(length)).end == length


def test_equal_sleeps_end_in_the_order_in_which_they_began():
    """The stock heap would scramble them."""
    assert run(lambda: order_of(*(asyncio.sleep(1) for _ in range(20)))).value == list(range(20))


def test_sums_of_sleeps_that_are_equal_on_paper_are_equal():
    """0.08, 0.07 + 0.01 and eight times 0.01 end together, in the order in which their last timers were set."""
    ended = run(lambda: order_of(naps(0.08), naps(0.07, 0.01), naps(*[0.01] * 8)))
    assert ended == ([0, 1, 2], 0.08)


def test_a_timer_never_fires_before_its_time():
    """0.1 + 0.2 is more than 0.3 by a rounding error; whoever asks the loop's clock must not find it short."""

    async def main():
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0.3)
        deadline, turns = 0.1 + 0.2, 0
        while (left := deadline - loop.time()) > 0:
            turns += 1
            await asyncio.sleep(left)
        return turns

    assert run(main).value == 1


def test_a_timer_for_the_past_fires_at_once():
    """`call_at` in the past costs no time."""

    async def main():
        loop, came = asyncio.get_running_loop(), asyncio.Event()
        await asyncio.sleep(5)
        loop.call_at(1, came.set)
        await came.wait()

    assert run(main).end == 5.0


def test_callbacks_run_in_the_order_in_which_they_were_registered():
    """`call_soon` is first in, first out, as documented."""

    async def main():
        found, loop = [], asyncio.get_running_loop()
        for number in range(10):
            loop.call_soon(found.append, number)
        await asyncio.sleep(0)
        return found

    assert run(main).value == list(range(10))


def test_a_cancelled_timer_does_not_hold_the_clock():
    """The end of the program is that of the timer that was left."""

    async def main():
        handle = asyncio.get_running_loop().call_later(1000, print)
        handle.cancel()
        await asyncio.sleep(1)

    assert run(main).end == 1.0


def test_many_cancelled_timers_are_thrown_away():
    """The loop's own count of cancelled timers works for ours: the heap does not grow for ever."""

    async def main():
        loop = asyncio.get_running_loop()
        for _ in range(1000):
            loop.call_later(1000, print).cancel()
        await asyncio.sleep(0.001)
        return len(loop._scheduled)

    assert run(main).value < 200


@pytest.mark.parametrize(
    "wait",
    [
        lambda: asyncio.Event().wait(),
        lambda: asyncio.Queue().get(),
        lambda: asyncio.get_running_loop().create_future(),
        lambda: asyncio.gather(asyncio.Event().wait(), asyncio.sleep(3)),
    ],
)
def test_a_program_in_which_nothing_can_happen_any_more_is_told_at_once(wait):
    """No time-out is waited for: the clock stands where the last thing happened."""
    turns = Turns(FreeClock())

    async def main():
        await wait()

    with pytest.raises(Deadlock):
        run(main, turns)
    assert turns.clock.now in (0, 3 * SECOND)


def test_time_runs_out_at_the_limit():
    """A program that sleeps for ever ends there."""
    turns = Turns(FreeClock(limit=10 * SECOND))

    async def main():
        while True:
            await asyncio.sleep(3)

    with pytest.raises(TimeLimit):
        run(main, turns)
    assert turns.clock.now == 9 * SECOND


def test_a_loop_that_only_polls_is_moved_on():
    """`while not flag: await sleep(0)` sees the flag when it is set, after a counted number of turns."""

    async def main():
        loop, flag, turns = asyncio.get_running_loop(), [], 0
        loop.call_later(2, flag.append, True)
        while not flag:
            turns += 1
            await asyncio.sleep(0)
        return turns

    value, end = run(main)
    assert (end, SPINS <= value <= SPINS + 2) == (2.0, True)


def test_asyncio_run_works_on_it(monkeypatch):
    """The usual way to start a program."""
    turns = Turns(FreeClock())
    monkeypatch.setattr(events, "new_event_loop", lambda: VirtualLoop(turns))
    assert asyncio.run(asyncio.sleep(3, "ran")) == "ran"
    assert turns.clock.now == 3 * SECOND


def test_timeouts_end_at_their_time():
    """`wait_for` and `timeout` live on the loop's timers."""

    async def main():
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(9), 1.5)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await asyncio.sleep(9)

    assert run(main).end == 2.0


def test_real_sockets_still_work():
    """A server on a socket pair is real: the clock stands while its bytes are on their way."""

    async def main():
        async def echo(reader, writer):
            writer.write(await reader.readline())
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(b"hello\n")
            answer = await reader.readline()
            writer.close()
            await writer.wait_closed()
        return answer

    assert run(main) == (b"hello\n", 0.0)


class Counting(VirtualLoop):
    """Counts the calls of asyncio's private methods that the engine builds on."""

    def __init__(self, turns):
        self.called = set()
        super().__init__(turns)

    def _run_once(self):
        self.called.add("_run_once")
        super()._run_once()

    def _call_soon(self, *args):
        self.called.add("_call_soon")
        return super()._call_soon(*args)

    def _timer_handle_cancelled(self, handle):
        self.called.add("_timer_handle_cancelled")
        super()._timer_handle_cancelled(handle)

    def _write_to_self(self):
        self.called.add("_write_to_self")
        super()._write_to_self()


def test_the_private_names_that_the_engine_builds_on_are_there_and_used():
    """When asyncio renames one, this fails, not a learner's grade."""
    turns = Turns(FreeClock())

    async def main():
        loop = asyncio.get_running_loop()
        loop.call_later(1, print).cancel()
        loop.call_soon(int)
        loop.call_soon_threadsafe(int)
        timer = loop.call_later(1, print)
        try:
            return loop.called, timer in loop._scheduled, timer._scheduled, len(loop._ready)
        finally:
            timer.cancel()

    with asyncio.Runner(loop_factory=lambda: Counting(turns)) as runner:
        called, in_heap, marked, ready = runner.run(main())
    assert called == {"_run_once", "_call_soon", "_timer_handle_cancelled", "_write_to_self"}
    assert (in_heap, marked, ready) == (True, True, 2)


def test_nothing_is_set_on_a_closed_loop():
    """`call_at` fails as asyncio's does."""
    loop = VirtualLoop(Turns(FreeClock()))
    loop.close()
    with pytest.raises(RuntimeError, match="closed"):
        loop.call_at(1, print)


def test_call_at_refuses_none_as_asyncio_does():
    """The same error as the stock loop's."""
    loop = VirtualLoop(Turns(FreeClock()))
    with pytest.raises(TypeError, match="when cannot be None"):
        loop.call_at(None, print)
    loop.close()


def test_many_tasks_that_take_turns_are_no_pollers():
    """They end one after the other, so the clock stands, however many turns that takes."""

    async def turn(lock):
        async with lock:
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    async def main():
        lock, due = asyncio.Lock(), asyncio.create_task(asyncio.sleep(60))
        await asyncio.gather(*(turn(lock) for _ in range(3_000)))
        due.cancel()
        return asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(Turns(FreeClock()))) as runner:
        assert runner.run(main()) == 0


def test_a_failed_task_that_nobody_keeps_is_told_at_once():
    """Nothing of ours keeps it alive, not even by way of the frames of its exception."""

    class Watching:
        def step(self, handle, run):
            run(handle)
            del handle

        def polled(self): ...

    async def fails():
        raise ValueError

    async def main():
        told = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context["exception"]))
        asyncio.Task(fails())
        await asyncio.sleep(0)
        return len(told)

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(Turns(FreeClock()), Watching())) as runner:
        assert runner.run(main()) == 1
