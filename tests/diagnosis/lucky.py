"""Further programs that are right by luck of timing, beside those of the benchmark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.runner import Service


@dataclass(frozen=True, kw_only=True)
class Lucky:
    """A program, and what it returns when it is right; the fields are those of the benchmark's cases."""

    name: str
    source: str
    value: object
    delays: bool = True
    replace: dict[str, Service] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """A program that is right whatever takes how long."""
        tasks = "".join(f"async def {name}(*arguments): pass\n" for name in self.replace)
        return f"{tasks}async def main(): return {self.value!r}\n"

    @property
    def holds(self) -> Callable[[Any], bool]:
        """What is asked of a run."""
        return lambda run: run.value == self.value


CASES = [
    Lucky(
        name="a result taken after a sleep",
        source="""
            import asyncio
            async def work():
                await asyncio.sleep(1)
                return 7
            async def main():
                task = asyncio.create_task(work())
                await asyncio.sleep(1.5)
                return task.result()
        """,
        value=7,
    ),
    Lucky(
        name="an event that is cleared at once",
        source="""
            import asyncio
            async def runner(start):
                await asyncio.sleep(0.5)
                await start.wait()
                return "off"
            async def main():
                start = asyncio.Event()
                task = asyncio.create_task(runner(start))
                await asyncio.sleep(1)
                start.set()
                start.clear()
                return await task
        """,
        value="off",
    ),
    Lucky(
        name="an item that another task adds",
        source="""
            import asyncio
            prices = {}
            async def fetch(name):
                await asyncio.sleep(1)
                prices[name] = len(name)
            async def show(name):
                await asyncio.sleep(1.2)
                return prices[name]
            async def main():
                _, price = await asyncio.gather(fetch("tea"), show("tea"))
                return price
        """,
        value=3,
    ),
    Lucky(
        name="an attribute of an object in main",
        source="""
            import asyncio
            class Box:
                letter = None
            async def fill(box):
                await asyncio.sleep(1)
                box.letter = "A"
            async def main():
                post = Box()
                task = asyncio.create_task(fill(post))
                await asyncio.sleep(1.2)
                found = post.letter
                await task
                return found
        """,
        value="A",
    ),
    Lucky(
        name="a task that is not awaited",
        source="""
            import asyncio
            done = []
            async def save(name):
                await asyncio.sleep(1)
                done.append(name)
            async def main():
                asyncio.create_task(save("a"))
                await save("b")
                return sorted(done)
        """,
        value=["a", "b"],
    ),
    Lucky(
        name="two locks in two orders",
        source="""
            import asyncio
            async def move(first, second, after):
                await asyncio.sleep(after)
                async with first:
                    await asyncio.sleep(1)
                    async with second:
                        return 1
            async def main():
                one, two = asyncio.Lock(), asyncio.Lock()
                return sum(await asyncio.gather(move(one, two, 0.5), move(two, one, 2)))
        """,
        value=2,
    ),
    Lucky(
        name="the first of two",
        source="""
            import asyncio
            async def ask(server, seconds):
                await asyncio.sleep(seconds)
                return server
            async def main():
                tasks = [asyncio.create_task(ask("near", 1)), asyncio.create_task(ask("far", 1.5))]
                done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in rest:
                    task.cancel()
                return done.pop().result()
        """,
        value="near",
    ),
    Lucky(
        name="lines of equal waits",
        source="""
            import asyncio
            lines = []
            async def say(name):
                await asyncio.sleep(1)
                print(name)
                lines.extend([name])
            async def main():
                async with asyncio.TaskGroup() as group:
                    for name in "abc":
                        group.create_task(say(name))
                return lines
        """,
        value=["a", "b", "c"],
        delays=False,
    ),
    Lucky(
        name="an answer of a service that comes later",
        source="""
            import asyncio
            found = []
            async def task(name):
                return name
            async def look(name):
                found.append(await task(name))
            async def main():
                await asyncio.gather(look("a"), look("b"))
                return found
        """,
        value=["a", "b"],
        delays=False,
        replace={"task": Service(seconds=1, returns=lambda name: name, may_vary=True)},
    ),
]
