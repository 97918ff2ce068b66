"""What CPython's tests do not look at: equal times, sums of floats, blocked time, threads' time, loops that spin.

Each program was run on the stock loop too; what stands here is what it printed there, on an idle machine.
"""

import textwrap

import pytest

from grader.model import NANOSECONDS, Limits, Printed, Returned
from grader.runner import Job, run, start

CASES = {
    "equal sleeps end in the order in which they began": (
        """
        async def one(n):
            await asyncio.sleep(0.5)
            print(n)
        async def main():
            await asyncio.gather(*(one(n) for n in range(20)))
        """,
        [(0.5, str(n)) for n in range(20)],
    ),
    "a sum of short waits is no shorter than one long wait": (
        """
        async def one(name, *delays):
            for delay in delays:
                await asyncio.sleep(delay)
            print(name)
        async def main():
            await asyncio.gather(one("A", 0.08), one("B", 0.07, 0.01), one("C", *[0.01] * 8))
        """,
        [(0.08, "A"), (0.08, "B"), (0.08, "C")],
    ),
    "whoever blocks holds up everybody": (
        """
        async def block():
            time.sleep(0.3)
            await asyncio.sleep(0)
            print("blocked")
        async def main():
            await asyncio.gather(asyncio.sleep(0.1), block())
            print("end")
        """,
        [(0.3, "blocked"), (0.3, "end")],
    ),
    "threads wait side by side": (
        """
        async def one(delay):
            await asyncio.to_thread(time.sleep, delay)
            print(delay)
        async def main():
            await asyncio.gather(one(0.3), one(0.2), one(0.1))
        """,
        [(0.1, "0.1"), (0.2, "0.2"), (0.3, "0.3")],
    ),
    "a thread that sleeps longer than the loop comes after it": (
        """
        async def main():
            thread = asyncio.create_task(asyncio.to_thread(time.sleep, 0.2))
            await asyncio.sleep(0.1)
            print("loop")
            await thread
            print("thread")
        """,
        [(0.1, "loop"), (0.2, "thread")],
    ),
    "a thread wakes the loop before a far timer": (
        """
        def work(loop, future):
            time.sleep(0.1)
            loop.call_soon_threadsafe(future.set_result, "thread")
        async def main():
            loop = asyncio.get_running_loop()
            loop.call_later(5, print, "timer")
            future = loop.create_future()
            threading.Thread(target=work, args=(loop, future)).start()
            print(await future)
        """,
        [(0.1, "thread")],
    ),
    "who turns round until a flag is set sees it set": (
        """
        async def main():
            flag = []
            asyncio.get_running_loop().call_later(0.2, flag.append, 1)
            while not flag:
                await asyncio.sleep(0)
            print("set")
        """,
        [(0.2, "set")],
    ),
    "a timer whose sum is a little more than now fires": (
        """
        async def main():
            loop = asyncio.get_running_loop()
            start = loop.time()
            await asyncio.sleep(0.3)
            done = loop.create_future()
            loop.call_at(start + 0.1 + 0.2, done.set_result, "fired")
            print(await done)
        """,
        [(0.3, "fired")],
    ),
    "a sleep of more than a day": (
        """
        async def main():
            await asyncio.sleep(200_000)
            print("awake")
        """,
        [(200_000, "awake")],
    ),
}


@pytest.fixture(scope="module")
def backend():
    """A warm process for all cases."""
    found = start()
    yield found
    found.close()


@pytest.mark.parametrize("case", CASES)
def test_the_loop_does_what_the_stock_loop_does(backend, case):
    """Every line, in order, at its time."""
    program, lines = CASES[case]
    source = "import asyncio, threading, time\n" + textwrap.dedent(program)
    limits = Limits(virtual_ns=300_000 * NANOSECONDS)
    trace = run(backend.start(), Job(files={"a.py": source}, main_file="a.py", target="main", limits=limits)).trace
    assert trace.outcome == Returned()
    printed = [(round(e.time / NANOSECONDS, 3), e.text) for e in trace.events if isinstance(e, Printed)]
    assert printed == lines
