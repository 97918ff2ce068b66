"""Small programs, right by luck of timing or right, and what must hold of each whatever takes how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.runner import Service


@dataclass(frozen=True)
class Seen:
    """What an invariant may ask of a run."""

    value: Any
    lines: list[str]
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Case:
    """A program, and what must hold of it."""

    name: str
    source: str
    holds: Callable[[Seen], bool]
    reference: str = ""
    """Another right program; empty: this one."""
    delays: bool = True
    """Whether sleeps stand for work."""
    replace: dict[str, Service] = field(default_factory=dict)
    blind: bool = True
    """Whether the blind search can run it: in one process, without threads and services."""


# --- programs that are right by luck ---

LOCKED = """
    import asyncio
    balance = 100
    lock = asyncio.Lock()
    async def deposit(amount, after):
        global balance
        await asyncio.sleep(after)
        async with lock:
            before = balance
            await asyncio.sleep(1)
            balance = before + amount
    async def main():
        await asyncio.gather(deposit(10, 0.5), deposit(20, 2), deposit(30, 4))
        return balance
"""

BY_LUCK = [
    Case(
        name="lost update, overlapping",
        source="""
            import asyncio
            balance = 100
            async def deposit(amount):
                global balance
                before = balance
                await asyncio.sleep(1)
                balance = before + amount
            async def main():
                await asyncio.gather(deposit(10), deposit(20), deposit(30))
                return balance
        """,
        holds=lambda run: run.value == 160,
        reference=LOCKED,
    ),
    Case(
        name="lost update, staggered",
        source="""
            import asyncio
            balance = 100
            async def deposit(amount, after):
                global balance
                await asyncio.sleep(after)
                before = balance
                await asyncio.sleep(1)
                balance = before + amount
            async def main():
                await asyncio.gather(deposit(10, 0.5), deposit(20, 2), deposit(30, 4))
                return balance
        """,
        holds=lambda run: run.value == 160,
        reference=LOCKED,
    ),
    Case(
        name="lost update, off by one tick",
        source="""
            import asyncio
            balance = 100
            async def deposit(amount, ticks):
                global balance
                for _ in range(ticks):
                    await asyncio.sleep(0)
                before = balance
                await asyncio.sleep(0)
                balance = before + amount
            async def main():
                await asyncio.gather(deposit(10, 0), deposit(20, 1))
                return balance
        """,
        holds=lambda run: run.value == 130,
        reference="""
            async def main():
                return 130
        """,
    ),
    Case(
        name="sleep in place of join",
        source="""
            import asyncio
            done = []
            async def work(seconds):
                await asyncio.sleep(seconds)
                done.append(seconds)
            async def main():
                tasks = [asyncio.create_task(work(seconds)) for seconds in (1, 2)]
                await asyncio.sleep(3)
                return sorted(done)
        """,
        holds=lambda run: run.value == [1, 2],
        reference="""
            import asyncio
            done = []
            async def work(seconds):
                await asyncio.sleep(seconds)
                done.append(seconds)
            async def main():
                await asyncio.gather(work(1), work(2))
                return sorted(done)
        """,
    ),
    Case(
        name="order of equal sleeps",
        source="""
            import asyncio
            results = []
            async def square(number):
                await asyncio.sleep(1)
                results.append(number * number)
            async def main():
                await asyncio.gather(*map(square, range(4)))
                return results
        """,
        holds=lambda run: run.value == [0, 1, 4, 9],
        delays=False,
        reference="""
            import asyncio
            async def square(number):
                await asyncio.sleep(1)
                return number * number
            async def main():
                return await asyncio.gather(*map(square, range(4)))
        """,
    ),
    Case(
        name="a gap of 50 ms",
        source="""
            import asyncio
            box = []
            async def fill():
                await asyncio.sleep(1)
                box.append("letter")
            async def main():
                task = asyncio.create_task(fill())
                await asyncio.sleep(1.05)
                found = list(box)
                await task
                return found
        """,
        holds=lambda run: run.value == ["letter"],
        reference="""
            import asyncio
            async def main():
                await asyncio.sleep(1)
                return ["letter"]
        """,
    ),
    Case(
        name="start order of a set",
        source="""
            import asyncio
            async def word(text):
                await asyncio.sleep(1)
                return text
            async def main():
                tasks = [asyncio.create_task(word(text)) for text in ("b", "a")]
                done, _ = await asyncio.wait(tasks)
                return [task.result() for task in done]
        """,
        holds=lambda run: run.value == ["b", "a"],
        delays=False,
        reference="""
            async def main():
                return ["b", "a"]
        """,
    ),
    Case(
        name="lost wakeup",
        source="""
            import asyncio
            async def reader(condition):
                await asyncio.sleep(0.5)
                async with condition:
                    await condition.wait()
                return "woken"
            async def main():
                condition = asyncio.Condition()
                task = asyncio.create_task(reader(condition))
                await asyncio.sleep(1)
                async with condition:
                    condition.notify()
                return await task
        """,
        holds=lambda run: run.value == "woken",
        reference="""
            import asyncio
            async def reader(event):
                await asyncio.sleep(0.5)
                await event.wait()
                return "woken"
            async def main():
                event = asyncio.Event()
                task = asyncio.create_task(reader(event))
                await asyncio.sleep(1)
                event.set()
                return await task
        """,
    ),
    Case(
        name="cache: check, then act",
        source="""
            import asyncio
            cache, fetched = {}, []
            async def get(key, after):
                await asyncio.sleep(after)
                if key not in cache:
                    fetched.append(key)
                    await asyncio.sleep(1)
                    cache[key] = key.upper()
                return cache[key]
            async def main():
                await asyncio.gather(get("a", 1), get("a", 3), get("b", 2))
                return sorted(fetched)
        """,
        holds=lambda run: run.value == ["a", "b"],
        reference="""
            import asyncio
            cache, fetched = {}, []
            async def fetch(key):
                fetched.append(key)
                await asyncio.sleep(1)
                return key.upper()
            async def get(key, after):
                await asyncio.sleep(after)
                if key not in cache:
                    cache[key] = asyncio.ensure_future(fetch(key))
                return await cache[key]
            async def main():
                await asyncio.gather(get("a", 1), get("a", 3), get("b", 2))
                return sorted(fetched)
        """,
    ),
    Case(
        name="double booking, semaphore made anew",
        source="""
            import asyncio
            seats = {1: None}
            async def book(who, after):
                await asyncio.sleep(after)
                async with asyncio.Semaphore(1):
                    if seats[1] is None:
                        await asyncio.sleep(1)
                        seats[1] = who
                        return True
                return False
            async def main():
                return sum(await asyncio.gather(book("Ida", 0.25), book("Ben", 1.5)))
        """,
        holds=lambda run: run.value == 1,
        reference="""
            import asyncio
            seats = {1: None}
            one = asyncio.Semaphore(1)
            async def book(who, after):
                await asyncio.sleep(after)
                async with one:
                    if seats[1] is None:
                        await asyncio.sleep(1)
                        seats[1] = who
                        return True
                return False
            async def main():
                return sum(await asyncio.gather(book("Ida", 0.25), book("Ben", 1.5)))
        """,
    ),
    Case(
        name="order of threads",
        source="""
            import threading
            async def main():
                found = []
                threads = [threading.Thread(target=found.append, args=(number,)) for number in range(3)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                return found
        """,
        holds=lambda run: run.value == [0, 1, 2],
        blind=False,
        reference="""
            import threading
            async def main():
                found = [None] * 3
                def work(number):
                    found[number] = number
                threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                return found
        """,
    ),
    Case(
        name="positions of as_completed",
        source="""
            import asyncio
            async def price(name):
                await asyncio.sleep(1)
                return name
            async def main():
                names = ["tea", "milk", "bread"]
                return [await ready for ready in asyncio.as_completed([price(name) for name in names])]
        """,
        holds=lambda run: run.value == ["tea", "milk", "bread"],
        delays=False,
        reference="""
            import asyncio
            async def main():
                await asyncio.sleep(1)
                return ["tea", "milk", "bread"]
        """,
    ),
    Case(
        name="the last answer wins",
        source="""
            import asyncio
            shown = ""
            async def task(text):
                pass
            async def look(text, after):
                global shown
                await asyncio.sleep(after)
                shown = await task(text)
            async def main():
                await asyncio.gather(look("a", 0), look("as", 0.5))
                return shown
        """,
        holds=lambda run: run.value == "found as",
        delays=False,
        blind=False,
        replace={"task": Service(seconds=1, returns=lambda text: f"found {text}", may_vary=True)},
        reference="""
            import asyncio
            latest = shown = ""
            async def task(text):
                pass
            async def look(text, after):
                global latest, shown
                await asyncio.sleep(after)
                latest = text
                found = await task(text)
                if latest == text:
                    shown = found
            async def main():
                await asyncio.gather(look("a", 0), look("as", 0.5))
                return shown
        """,
    ),
    Case(
        name="a deadline half a millisecond away",
        source="""
            import asyncio
            async def main():
                loop = asyncio.get_running_loop()
                answer = loop.create_future()
                async def work():
                    await asyncio.sleep(1)
                    await asyncio.sleep(0)
                    answer.set_result("in time")
                task = asyncio.create_task(work())
                try:
                    return await asyncio.wait_for(answer, 1.0005)
                except TimeoutError:
                    return "too late"
                finally:
                    await asyncio.wait([task])
        """,
        holds=lambda run: run.value == "in time",
        delays=False,
        reference="""
            async def main():
                return "in time"
        """,
    ),
]
# --- programs that are right ---

RIGHT = [
    Case(
        name="the first exercise, exact lines",
        source="""
            import asyncio
            async def task(name, delay):
                print(f"{name} started")
                await asyncio.sleep(delay)
                print(f"{name} finished")
            async def main():
                await asyncio.gather(task("A", 2), task("B", 1))
        """,
        holds=lambda run: run.lines == ["A started", "B started", "B finished", "A finished"],
        reference="""
            import asyncio
            async def task(name, delay):
                print(f"{name} started")
                await asyncio.sleep(delay)
                print(f"{name} finished")
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(task("A", 2))
                    group.create_task(task("B", 1))
        """,
    ),
    Case(
        name="sleep(0) takes turns",
        source="""
            import asyncio
            async def turn(name):
                for number in range(3):
                    print(name, number)
                    await asyncio.sleep(0)
            async def main():
                await asyncio.gather(turn("a"), turn("b"))
        """,
        holds=lambda run: run.lines == ["a 0", "b 0", "a 1", "b 1", "a 2", "b 2"],
    ),
    Case(
        name="a lock is fair",
        source="""
            import asyncio
            order = []
            async def hold(name, lock):
                async with lock:
                    order.append(name)
                    await asyncio.sleep(0.5)
            async def main():
                lock = asyncio.Lock()
                await asyncio.gather(*(hold(name, lock) for name in "abcd"))
                return order
        """,
        holds=lambda run: run.value == list("abcd"),
    ),
    Case(
        name="an event wakes in order",
        source="""
            import asyncio
            order = []
            async def wait(name, event):
                await event.wait()
                order.append(name)
            async def main():
                event = asyncio.Event()
                tasks = [asyncio.create_task(wait(name, event)) for name in "abcd"]
                await asyncio.sleep(1)
                event.set()
                await asyncio.gather(*tasks)
                return order
        """,
        holds=lambda run: run.value == list("abcd"),
    ),
    Case(
        name="a semaphore, exact lines and times",
        source="""
            import asyncio
            async def work(number, places):
                async with places:
                    print("in", number)
                    await asyncio.sleep(1)
                    print("out", number)
            async def main():
                places = asyncio.Semaphore(2)
                await asyncio.gather(*(work(number, places) for number in range(4)))
        """,
        holds=lambda run: (
            run.lines == ["in 0", "in 1", "out 0", "out 1", "in 2", "in 3", "out 2", "out 3"] and run.seconds == 2
        ),
        reference="""
            import asyncio
            async def work(number, places):
                await places.acquire()
                try:
                    print("in", number)
                    await asyncio.sleep(1)
                    print("out", number)
                finally:
                    places.release()
            async def main():
                places = asyncio.BoundedSemaphore(2)
                async with asyncio.TaskGroup() as group:
                    for number in range(4):
                        group.create_task(work(number, places))
        """,
    ),
    Case(
        name="wait_for, exact time",
        source="""
            import asyncio
            async def main():
                try:
                    await asyncio.wait_for(asyncio.sleep(10), 2)
                except TimeoutError:
                    return "late"
        """,
        holds=lambda run: run.value == "late" and run.seconds == 2,
        reference="""
            import asyncio
            async def main():
                try:
                    async with asyncio.timeout(2):
                        await asyncio.sleep(10)
                except TimeoutError:
                    return "late"
        """,
    ),
    Case(
        name="results of gather",
        source="""
            import asyncio
            async def square(number):
                await asyncio.sleep(3 - number % 3)
                return number * number
            async def main():
                return await asyncio.gather(*map(square, range(6)))
        """,
        holds=lambda run: run.value == [0, 1, 4, 9, 16, 25],
    ),
    Case(
        name="a queue keeps its order",
        source="""
            import asyncio
            async def main():
                queue, found = asyncio.Queue(2), []
                async def put():
                    for number in range(5):
                        await asyncio.sleep(0.1)
                        await queue.put(number)
                task = asyncio.create_task(put())
                for _ in range(5):
                    found.append(await queue.get())
                    await asyncio.sleep(0.15)
                await task
                return found
        """,
        holds=lambda run: run.value == [0, 1, 2, 3, 4],
    ),
    Case(
        name="create_task begins in order",
        source="""
            import asyncio
            begun = []
            async def begin(number):
                begun.append(number)
                await asyncio.sleep(number)
            async def main():
                tasks = {asyncio.create_task(begin(number)) for number in range(5)}
                await asyncio.wait(tasks)
                return begun
        """,
        holds=lambda run: run.value == [0, 1, 2, 3, 4],
    ),
    Case(
        name="producer and consumers",
        source="""
            import asyncio
            done = []
            async def worker(queue):
                while True:
                    item = await queue.get()
                    await asyncio.sleep(0.3)
                    done.append(item)
                    queue.task_done()
            async def main():
                queue = asyncio.Queue()
                workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
                for item in range(7):
                    await asyncio.sleep(0.1)
                    queue.put_nowait(item)
                await queue.join()
                for task in workers:
                    task.cancel()
                await asyncio.gather(*workers, return_exceptions=True)
                return sorted(done)
        """,
        holds=lambda run: run.value == list(range(7)),
    ),
    Case(
        name="a task group, one task fails",
        source="""
            import asyncio
            ended = []
            async def work(seconds):
                try:
                    await asyncio.sleep(seconds)
                finally:
                    ended.append(seconds)
            async def fail():
                await asyncio.sleep(0)
                raise ValueError("no")
            async def main():
                try:
                    async with asyncio.TaskGroup() as group:
                        for seconds in (3, 1, 2):
                            group.create_task(work(seconds))
                        group.create_task(fail())
                except* ValueError:
                    pass
                return sorted(ended)
        """,
        holds=lambda run: run.value == [1, 2, 3],
    ),
    Case(
        name="a condition with a predicate",
        source="""
            import asyncio
            async def main():
                condition, box = asyncio.Condition(), []
                async def take():
                    await asyncio.sleep(0.5)
                    async with condition:
                        await condition.wait_for(lambda: box)
                        return box.pop()
                tasks = [asyncio.create_task(take()) for _ in range(2)]
                for item in ("a", "b"):
                    await asyncio.sleep(1)
                    async with condition:
                        box.append(item)
                        condition.notify_all()
                return sorted(await asyncio.gather(*tasks))
        """,
        holds=lambda run: run.value == ["a", "b"],
    ),
    Case(name="deposits under a lock", source=LOCKED, holds=lambda run: run.value == 160),
    Case(
        name="threads joined, results in their places",
        source="""
            import asyncio, time
            def work(number):
                time.sleep(3 - number)
                return number
            async def main():
                return await asyncio.gather(*(asyncio.to_thread(work, number) for number in range(3)))
        """,
        holds=lambda run: run.value == [0, 1, 2],
        blind=False,
    ),
    Case(
        name="lines over a stream",
        source="""
            import asyncio
            async def main():
                async def serve(reader, writer):
                    for number in range(5):
                        writer.write(f"{number}\\n".encode())
                        await writer.drain()
                        await asyncio.sleep(0.1)
                    writer.close()
                server = await asyncio.start_server(serve, "127.0.0.1", 8888)
                async def read():
                    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
                    found = [line.decode().strip() async for line in reader]
                    writer.close()
                    return found
                found = await asyncio.gather(read(), read())
                server.close()
                return found
        """,
        holds=lambda run: run.value == [list("01234")] * 2,
        blind=False,
    ),
]
