"""How many different reports one submission gets, and one program traces. The answer must be 1, whatever the load."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from grader.exercise import course_root
from grader.model import Limits
from grader.runner import Job, run, start

WRONG = course_root() / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"

SET_OF_STRINGS = """
import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    names = {"Task A", "Task B"}
    await asyncio.gather(*[task(name, 2 if name == "Task A" else 1) for name in names])
    print(*{"tea", "coffee", "milk", "water"})
"""


EVERYTHING = """
import asyncio, random, threading, time


async def worker(name, queue, lock):
    while (item := await queue.get()) is not None:
        async with lock:
            await asyncio.sleep(random.random())
        await asyncio.to_thread(time.sleep, 0.1)
        print(name, item, [task.get_name() for task in asyncio.all_tasks()])
    await queue.put(None)


async def serve(reader, writer):
    writer.write((await reader.readline()).upper())
    writer.close()


async def main():
    queue, lock = asyncio.Queue(2), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for name in ("ann", "bob", "eve"):
            group.create_task(worker(name, queue, lock))
        for item in {"tea", "coffee", "milk", "water"}:
            await queue.put(item)
        await queue.put(None)
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\\n")
        print(await reader.readline())
        writer.close()
    done, _ = await asyncio.wait({asyncio.create_task(asyncio.sleep(n % 2, n)) for n in range(9)})
    print([task.result() for task in done])
"""
"""A program of threads, sockets, locks, queues, random numbers and sets."""


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy meanwhile."""
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def reports(source: str, times: int) -> Counter[str]:
    """Grade a program several times, each in a process of its own and under another hash seed; count the reports."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "gather.py").write_text(source, "utf-8")
        for number in range(times):
            done = subprocess.run(
                [sys.executable, "-m", "grader", "02", "--format", "json"],
                cwd=folder,
                env={**os.environ, "PYTHONHASHSEED": str(number)},
                capture_output=True,
            )
            found[hashlib.sha256(done.stdout).hexdigest()[:12]] += 1
    return found


def traces(source: str, times: int) -> Counter[str]:
    """Run `main` of a program several times, in ten processes that fork runners; count the traces."""
    found: Counter[str] = Counter()
    job = Job(files={"program.py": source}, main_file="program.py", target="main", limits=Limits())
    for _ in range(10):
        backend = start()
        for _ in range(times // 10):
            found[hashlib.sha256(msgspec.json.encode(run(backend.start(), job).trace)).hexdigest()[:12]] += 1
        backend.close()
    return found


def main() -> int:
    """Count, and exit with 1 where there is more than one report, or trace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="gradings; a tenth of them for the set of strings")
    parser.add_argument("--runs", type=int, default=1_000, help="runs under load whose traces are compared")
    arguments = parser.parse_args()
    times = arguments.n
    wrong = WRONG.read_text("utf-8")
    found = reports(wrong, times // 2)
    with busy_cores():
        found += reports(wrong, times - times // 2)
    sets = reports(SET_OF_STRINGS, max(times // 10, 2))
    for name, counted in (("a wrong program, half under load", found), ("a program with sets of strings", sets)):
        print(f"{name}: graded {counted.total()} times, {len(counted)} different reports: {dict(counted)}")
    with busy_cores():
        ran = traces(EVERYTHING, arguments.runs)
    print(f"a program of everything, under load: run {ran.total()} times, {len(ran)} different traces: {dict(ran)}")
    return int(len(found) > 1 or len(sets) > 1 or len(ran) > 1)


if __name__ == "__main__":
    sys.exit(main())
