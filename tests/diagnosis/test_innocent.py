"""What is right about a program is not blamed for what is wrong with it.

Each program prints one line that is not asked for; the right one prints another. Everything else is the same in both.
"""

import textwrap

import pytest

from grader.diagnosis import diagnose

from .programs import evidence

BLAMED = {"cancel-swallowed", "cancelled-not-awaited", "early-task-done", "job-cut-short", "timeout-misuse"}

PROGRAMS = {
    "a worker that ends quietly when it is cancelled": """
        import asyncio

        async def worker():
            try:
                while True:
                    await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("worker stopped")
                await asyncio.sleep(0.5)

        async def main():
            task = asyncio.create_task(worker())
            await asyncio.sleep(2.5)
            task.cancel()
            await task
            print("WORD")
    """,
    "a cancelled task that is awaited": """
        import asyncio

        async def main():
            task = asyncio.create_task(asyncio.sleep(10))
            await asyncio.sleep(1)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                print("cancelled")
            print("WORD")
    """,
    "a limit round each wait": """
        import asyncio

        async def listen(queue):
            while True:
                try:
                    print(await asyncio.wait_for(queue.get(), 1))
                except asyncio.TimeoutError:
                    print("WORD")
                    return

        async def main():
            queue = asyncio.Queue()
            queue.put_nowait("first")
            await listen(queue)
    """,
    "a limit that a helper meets by its own time out": """
        import asyncio

        async def patient():
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(5)
            except BaseException:
                return "late"

        async def main():
            print(await patient())
            print("WORD")
    """,
    "a pause after the work on an item": """
        import asyncio

        async def worker(queue):
            while True:
                print("item", await queue.get())
                queue.task_done()
                await asyncio.sleep(1)

        async def main():
            queue = asyncio.Queue()
            queue.put_nowait(1)
            queue.put_nowait(2)
            task = asyncio.create_task(worker(queue))
            await queue.join()
            task.cancel()
            await asyncio.wait([task])
            print("WORD")
    """,
    "two items taken at once and marked at once": """
        import asyncio

        async def worker(queue):
            while True:
                pair = await queue.get(), await queue.get()
                await asyncio.sleep(1)
                print("pair", *pair)
                queue.task_done()
                queue.task_done()

        async def main():
            queue = asyncio.Queue()
            for number in range(4):
                queue.put_nowait(number)
            task = asyncio.create_task(worker(queue))
            await queue.join()
            task.cancel()
            await asyncio.wait([task])
            print("WORD")
    """,
    "a task that is cancelled in one function and awaited in another": """
        import asyncio

        class Clock:
            def start(self):
                self.task = asyncio.create_task(self.tick())

            async def tick(self):
                while True:
                    await asyncio.sleep(1)
                    print("tick")

            def stop(self):
                self.task.cancel()

            async def join(self):
                await asyncio.wait([self.task])

        async def main():
            clock = Clock()
            clock.start()
            await asyncio.sleep(2.5)
            clock.stop()
            await clock.join()
            print("WORD")
    """,
    "a limit that is met by all": """
        import asyncio

        async def main():
            async with asyncio.timeout(5):
                await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
            print("WORD")
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_wrong_word_is_not_blamed_on_what_is_right(name, backend):
    """The line is told, and nothing about cancellations, limits or marks."""
    wrong = textwrap.dedent(PROGRAMS[name])
    codes = {found.code for found in diagnose(evidence(backend, wrong, wrong.replace("WORD", "word")))}
    assert codes
    assert not codes & BLAMED
