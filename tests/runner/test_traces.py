"""Random programs: their traces are equal in any process, and in this one."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from grader.runner import start
from tests.engine.programs import FILE as RECORDED, Recording

from .programs import FILE, execute

ACTIONS = (
    "await asyncio.sleep({n} / 10)",
    "async with lock:\n        await asyncio.sleep({n} / 10)",
    "async with limit:\n        await asyncio.sleep({n} / 10)",
    "queue.put_nowait({n})",
    "with contextlib.suppress(TimeoutError):\n        await asyncio.wait_for(queue.get(), {n} / 10)",
    "tasks[{n} % len(tasks)].cancel()",
    "event.set()",
    (
        "with contextlib.suppress(TimeoutError):\n"
        "        async with asyncio.timeout({n} / 10):\n            await event.wait()"
    ),
    "async for _ in items({n}):\n        await asyncio.sleep(0)",
    "await asyncio.gather(nap({n}), nap(1), return_exceptions=True)",
)
HEAD = """import asyncio, contextlib
async def nap(n):
    await asyncio.sleep(n / 10)
async def items(n):
    for item in range(n):
        yield item
        await asyncio.sleep(0.1)
async def main():
    global lock, limit, queue, event, tasks
    lock, limit, queue, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Queue(), asyncio.Event()
    tasks = []
    tasks += [asyncio.create_task(work()) for work in (WORKS)]
    await asyncio.wait(set(tasks))
"""
bodies = st.lists(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(1, 4)), max_size=4), min_size=1, max_size=4)


def program(works: list[list[tuple[str, int]]]) -> str:
    """Write a program of tasks, each of these actions."""
    text = HEAD.replace("WORKS", "".join(f"work_{number}, " for number in range(len(works))))
    for number, work in enumerate(works):
        lines = [action.format(n=n) for action, n in work] or ["pass"]
        text += f"async def work_{number}():\n" + "".join(f"    {line}\n" for line in lines)
    return text


@pytest.fixture(scope="module")
def backends() -> Iterator[list]:
    """Two ways to start a runner, with one seed for hashes."""
    found = [start("fork"), start("spawn")]
    yield found
    for backend in found:
        backend.close()


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(bodies)
def test_a_program_has_one_trace(backends, works):
    """Twice forked, once spawned, and once in this process without a judge."""
    source = program(works)
    first, second, third = (execute(backend, source) for backend in (backends[0], *backends))
    assert first == second == third
    here = Recording(source).run()
    end = next(index for index, event in enumerate(here.events) if event[:1] + event[2:3] == ["task-ended", 1])
    judged = msgspec.to_builtins(first.trace.events)
    ended = next(index for index, event in enumerate(judged) if event[:1] + event[2:3] == ["task-ended", 1])
    told = msgspec.json.decode(msgspec.json.encode(here.events[: end + 1]).replace(RECORDED.encode(), FILE.encode()))
    assert msgspec.json.decode(msgspec.json.encode(judged[: ended + 1])) == told
