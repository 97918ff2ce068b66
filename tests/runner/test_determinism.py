"""The same job gives the same trace: always, however the runner is started, under any load."""

import subprocess
import sys

import pytest

from grader.model import Printed
from grader.runner import Service, start

from .programs import execute

BUSY = """
import asyncio, random, threading, time, queue

async def task(name, delay): ...

def work(n):
    time.sleep(n % 3)
    print("thread", n, threading.current_thread().name)
    return n

async def one(n):
    await asyncio.sleep(random.choice([0.5, 1, 1.5]))
    await task(f"job {n}", 1)
    return await asyncio.to_thread(work, n)

async def main():
    print({"a", "b", "c"}, hash("x"), time.time(), random.random(), object())
    lock = asyncio.Lock()
    tasks = {asyncio.create_task(one(n)) for n in range(6)}
    for done in asyncio.as_completed(tasks):
        async with lock:
            print(await done)
    done, _ = await asyncio.wait({asyncio.create_task(asyncio.sleep(1, n)) for n in range(5)})
    print([d.result() for d in done])
    asyncio.create_task(asyncio.sleep(9))
    asyncio.sleep(1)
    return set("xyz")
"""


def once(backend, seed=0):
    service = Service(seconds=lambda name, delay: delay, returns=lambda name, delay: name)
    return execute(backend, BUSY, replace={"task": service}, seed=seed)


@pytest.fixture
def load():
    """Two processes that compute as long as the test lasts."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for process in processes:
        process.kill()
        process.wait()


def test_twenty_runs_of_one_job_are_equal(zygote):
    """Every event, every stamp, every value."""
    first = once(zygote)
    assert len(first.trace.events) > 100
    assert all(once(zygote) == first for _ in range(20))


def test_runs_under_load_are_equal_to_runs_at_rest(zygote, load):
    """Threads, services, output: nothing depends on how fast the machine is."""
    first = once(zygote)
    assert all(once(zygote) == first for _ in range(10))


def test_the_way_a_runner_is_started_makes_no_difference(zygote):
    """Forked or spawned: the same trace."""
    backend = start("spawn")
    assert once(backend) == once(zygote)
    backend.close()


def test_the_seed_makes_a_difference(zygote):
    """The control: two seeds give two traces."""
    assert once(zygote, seed=1) != once(zygote, seed=2)


def test_the_seed_of_hashes_makes_a_difference(zygote):
    """The control: it is what fixes the order of a set of texts."""
    backend = start("fork", hash_seed=12345)
    assert once(backend) != once(zygote)
    backend.close()


def printed(finished):
    return [word for event in finished.trace.events if isinstance(event, Printed) for word in event.text.split()]


def test_whatever_is_random_comes_from_the_seed(zygote):
    """Generators without a seed, the machine's randomness and identifiers: the same in two runs, and not constant."""
    source = (
        "import os, random, secrets, uuid\n"
        "async def main():\n"
        "    print(random.random(), random.Random().random(), random.SystemRandom().random(), os.urandom(4).hex(),\n"
        "          secrets.token_hex(4), uuid.uuid4(), random.Random(1).random())\n"
    )
    first, second, other = (printed(execute(zygote, source, seed=seed)) for seed in (1, 1, 2))
    assert first == second
    assert [one == another for one, another in zip(first, other, strict=True)] == [False] * 6 + [True]
