"""Programs without an end: each is stopped by a limit that does not depend on the machine, on the line that goes on."""

import subprocess
import sys
import textwrap

import pytest

from grader.model import Deadlocked, LimitExceeded, Limits, Place, TimedOut

from .programs import FILE

LIMITS = Limits(steps=2_000, cpu_seconds=5, wall_seconds=30)
"""The count of steps comes first by far, as in a real run."""
STEPS, TIME, STUCK = "steps", "time", "stuck"

PROGRAMS = {
    "spins beside others": (STEPS, 3, """
        async def spin():
            while True:
                await asyncio.sleep(0)
        async def main():
            await asyncio.gather(asyncio.sleep(1), spin())
    """),
    "cancels itself": (STEPS, 5, """
        async def main():
            while True:
                try:
                    asyncio.current_task().cancel()
                    await asyncio.sleep(0)
                except asyncio.CancelledError:
                    pass
    """),
    "waits, whatever cancels it, when the program has ended": (TIME, 4, """
        async def stubborn():
            while True:
                try:
                    await asyncio.sleep(60)
                except asyncio.CancelledError:
                    pass
        async def main():
            asyncio.create_task(stubborn())
            await asyncio.sleep(0)
    """),
    "waits for nothing, whatever cancels it": (STUCK, 4, """
        async def stubborn():
            while True:
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    pass
        async def main():
            asyncio.create_task(stubborn())
            await asyncio.sleep(0)
    """),
    "spins, whatever cancels it, when the program has ended": (STEPS, 4, """
        async def stubborn():
            while True:
                try:
                    await asyncio.sleep(0)
                except BaseException:
                    pass
        async def main():
            asyncio.create_task(stubborn())
            await asyncio.sleep(1)
    """),
    "a task that makes a task for ever": (STEPS, 2, """
        async def child():
            asyncio.create_task(child())
            await asyncio.sleep(1)
        async def main():
            await asyncio.create_task(child())
            await asyncio.sleep(10)
    """),
    "tasks that make two each": (STEPS, 4, """
        tasks = set()
        async def child():
            tasks.add(asyncio.create_task(child()))
            tasks.add(asyncio.create_task(child()))
            await asyncio.sleep(1)
        async def main():
            await child()
    """),
    "makes tasks without a wait": (STEPS, 4, """
        async def main():
            tasks = []
            while True:
                tasks.append(asyncio.create_task(asyncio.sleep(1)))
    """),
    "comes back whenever it is cancelled": (STEPS, 5, """
        async def phoenix():
            try:
                await asyncio.sleep(60)
            finally:
                again = asyncio.create_task(phoenix())
                asyncio.get_running_loop().call_soon(again.cancel)
        async def main():
            task = asyncio.create_task(phoenix())
            await asyncio.sleep(1)
            task.cancel()
            await asyncio.sleep(1)
    """),
    "callbacks that call themselves soon": (STEPS, 2, """
        async def main():
            def again():
                asyncio.get_running_loop().call_soon(again)
            again()
            await asyncio.Event().wait()
    """),
    "callbacks that call themselves later": (TIME, 5, """
        async def main():
            def again():
                asyncio.get_running_loop().call_later(60, again)
            again()
            await asyncio.Event().wait()
    """),
    "items without an end": (STEPS, 4, """
        async def numbers():
            while True:
                yield 1
                await asyncio.sleep(0)
        async def main():
            async for n in numbers():
                pass
    """),
    "a finally that waits for ever": (STUCK, 5, """
        async def work():
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.Event().wait()
        async def main():
            asyncio.create_task(work())
            await asyncio.sleep(1)
    """),
    "a generator's finally that waits for ever": (STUCK, 5, """
        async def numbers():
            try:
                yield 1
            finally:
                await asyncio.Event().wait()
        async def main():
            async for n in numbers():
                break
    """),
    "a lock taken and given back without a wait": (STEPS, 4, """
        async def main():
            lock = asyncio.Lock()
            while True:
                async with lock:
                    pass
    """),
    "two queues passed round": (STEPS, 3, """
        async def player(here, there):
            while True:
                there.put_nowait(await here.get())
        async def main():
            one, other = asyncio.Queue(), asyncio.Queue()
            one.put_nowait(1)
            await asyncio.gather(player(one, other), player(other, one))
    """),
    "a thread that goes on when the program has ended": (TIME, 4, """
        import threading, time
        def work():
            while True:
                time.sleep(60)
        async def main():
            threading.Thread(target=work).start()
    """),
}  # fmt: skip


def source(program):
    return "import asyncio\n" + textwrap.dedent(program).strip("\n")


@pytest.fixture(scope="module")
def load():
    """Two processes that compute as long as the tests last."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_endless_program_ends_on_its_line(quick, name):
    """Steps, virtual time, or nothing left that could happen; twice the same, under load too."""
    ending, line, program = PROGRAMS[name]
    finished = quick(source(program), limits=LIMITS)
    outcome = finished.trace.outcome
    place = outcome.waiters[-1].place if isinstance(outcome, Deadlocked) else outcome.place
    kinds = {STEPS: LimitExceeded, TIME: TimedOut, STUCK: Deadlocked}
    assert (type(outcome), getattr(outcome, "limit", STEPS)) == (kinds[ending], STEPS)
    assert place == Place(FILE, line + 1)


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_endless_program_ends_the_same_way_under_load(quick, load, name):
    """Every event is equal."""
    assert quick(source(PROGRAMS[name][2]), limits=LIMITS) == quick(source(PROGRAMS[name][2]), limits=LIMITS)


@pytest.mark.parametrize(
    "program",
    [
        """
        async def main():
            n = 0
            while True:
                n += 1
                n -= 1
        """,
        """
        async def numbers():
            while True:
                yield 1
        async def main():
            async for n in numbers():
                n += 1
                n -= 1
        """,
    ],
)
def test_a_loop_that_only_computes_is_told_by_its_first_line(quick, program):
    """At which of its lines it is stopped is a matter of luck."""
    text = source(program)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "while True" in each or "async for" in each)
    if "async for" in text:
        line = next(n for n, each in enumerate(text.splitlines(), 1) if "async for" in each)
    for seconds in (0.2, 0.21, 0.22, 0.23):
        outcome = quick(text, limits=Limits(cpu_seconds=seconds, wall_seconds=30)).trace.outcome
        assert outcome == LimitExceeded(limit="cpu", place=Place(FILE, line))


def test_a_task_that_writes_without_an_end_ends_the_run_at_once(quick):
    """Though only its own task sees the exception, and nobody else writes a line."""
    program = """
        async def talk():
            while True:
                print("x" * 100)
        async def main():
            asyncio.create_task(talk())
            await asyncio.sleep(1)
            await asyncio.sleep(1)
    """
    trace = quick(source(program), limits=Limits(output_bytes=2_000, cpu_seconds=5, wall_seconds=30)).trace
    assert trace.outcome == LimitExceeded(limit="output", place=Place(FILE, 4))
    assert trace.duration_ns == 0
