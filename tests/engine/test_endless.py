"""Which loops can be told to have no end from their text alone; the line is the one marked with `# here`."""

import textwrap

import pytest

from grader.engine.blocking.endless import is_endless

ENDLESS = {
    "a flag that only another task could set": """
        while not ready:
            pass  # here
    """,
    "a counter that goes on for ever": """
        n = 0
        while True:
            n += 1  # here
    """,
    "a task that is asked whether it is done": """
        while not task.done():
            turns = turns + 1  # here
    """,
    "an attribute that another method sets": """
        class Door:
            def __init__(self):
                self.open = False

            async def wait(self):
                while not self.open:  # here
                    continue
    """,
    "an iterator that raises nothing, seen where it counts": """
        class Numbers:
            def __init__(self):
                self.n = 0

            async def __anext__(self):
                self.n += 1
                return self.n  # here

        async def main():
            async for number in Numbers():
                best = max(best, number)
    """,
    "an iterator that raises nothing, seen where its items are collected": """
        class Numbers:
            def __init__(self):
                self.n = 0

            async def __anext__(self):
                self.n += 1
                return self.n

        async def main():
            async for number in Numbers():
                found.append(number)  # here
    """,
}

MAY_END = {
    "the test's own counter": """
        while n < 10_000_000:
            n += 1  # here
    """,
    "a break": """
        while True:
            n += 1
            if n == limit:
                break  # here
    """,
    "a wait": """
        async def f():
            while not ready:
                await g()  # here
    """,
    "a call that can do anything": """
        while not ready:
            step()  # here
    """,
    "a division, which can fail": """
        while True:
            n = n / m  # here
    """,
    "an attribute that may compute": """
        while not timer.expired:
            pass  # here
    """,
    "a property": """
        class Timer:
            @property
            def over(self):
                return look() > self.end

            def wait(self):
                self.over = 0
                while not self.over:
                    pass  # here
    """,
    "a method of the program's that is called like one of asyncio's": """
        def done(self):
            self.turns += 1
            return self.turns > 99

        while not job.done():
            pass  # here
    """,
    "a signal that can come": """
        import signal

        while not stopped:
            pass  # here
    """,
    "a loop with an end round it": """
        for n in range(10):
            m += n  # here
    """,
    "an iterator that raises": """
        class Numbers:
            async def __anext__(self):
                if self.n > 99:
                    raise StopAsyncIteration
                self.n += 1
                return self.n  # here

        async def main():
            async for number in Numbers():
                pass
    """,
    "an iteration that is left": """
        class Numbers:
            async def __anext__(self):
                self.n += 1
                return self.n

        async def main():
            async for number in Numbers():
                if number > 99:
                    return number  # here
    """,
    "an iteration over something else": """
        class Numbers:
            async def __anext__(self):
                self.n += 1
                return self.n

        async def main():
            while lines[0]:
                n += 1  # here
            async for number in Numbers():
                pass
    """,
}


def told(text):
    """Look at the marked line of a program."""
    source = textwrap.dedent(text)
    return is_endless(source, next(n for n, line in enumerate(source.splitlines(), 1) if "# here" in line))


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_loop_that_nothing_can_end_is_known(text):
    """Neither its test nor anything in it can come out otherwise in another turn, or leave it."""
    assert told(text)


@pytest.mark.parametrize("text", MAY_END.values(), ids=MAY_END)
def test_a_loop_that_may_end_is_left_alone(text):
    """However long it takes."""
    assert not told(text)
