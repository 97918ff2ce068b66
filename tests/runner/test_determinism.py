"""The same job gives the same trace: always, however the runner is started, under any load."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.model import Printed
from grader.runner import Service, start
from grader.runner.process import same_addresses

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


THINGS = """
import asyncio, queue, threading
from concurrent.futures import Future

class Talk(asyncio.Protocol):
    pass

class Own:
    pass

def shown(made):
    names = dict(zip(map(id, made), "abcdefgh"))
    return "".join(names[id(one)] for one in set(made))

async def main():
    for kind in KINDS:
        print(shown([kind() for _ in range(8)]))
"""


def in_sets(backend, kinds):
    source = THINGS.replace("KINDS", f"({kinds},)")
    orders = printed(execute(backend, source))
    assert [sorted(order) for order in orders] == [list("abcdefgh")] * len(kinds.split(", "))
    return orders


def test_things_of_the_library_have_the_same_places_in_sets_in_every_process():
    """Threads that a pool joins, queues of those who listen: not by where memory was free."""
    kinds = "threading.Thread, Future, queue.Queue, asyncio.Queue, asyncio.PriorityQueue, asyncio.Event, Talk"
    found = []
    for name in ("fork", "spawn", "fork"):
        backend = start(name)
        found.append(in_sets(backend, kinds))
        backend.close()
    assert found[0] == found[1] == found[2]


def addresses():
    """Return where two processes have something."""
    code = "print(id(object()))"
    return {subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True).stdout for _ in range(2)}


def test_a_programs_own_things_have_the_same_places_in_two_processes():
    """Where the system lets a process ask for that. Control: without it addresses are drawn."""
    asked = [sys.executable, "-c", "import ctypes; print(ctypes.CDLL(None).personality(0x40000))"]
    if subprocess.run(asked, stdout=subprocess.PIPE, check=False).stdout.strip() in (b"", b"-1"):
        pytest.skip("this system does not let a process have fixed addresses")
    with same_addresses():
        assert len(addresses()) == 1
    drawn = Path("/proc/sys/kernel/randomize_va_space")
    assert len(addresses()) == 2 or not drawn.exists() or drawn.read_text().strip() == "0"
    found = []
    for _ in range(3):
        backend = start("fork")
        found.append(in_sets(backend, "Own"))
        backend.close()
    assert found[0] == found[1] == found[2]
