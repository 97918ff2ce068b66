"""What is real takes real time, and says so; what is not never does. Threads go on when `main` has ended."""

import pytest

from grader.model import Crashed, Printed, Raised, RealTime, Returned
from grader.runner import Service

SUBPROCESS = """
import asyncio, sys
async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(input())", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except TimeoutError:
        print("still there")
    answer, _ = await process.communicate(b"hello\\n")
    print(answer.decode().strip())
"""

POOL = """
import asyncio
from concurrent.futures import ProcessPoolExecutor
def square(n):
    return n * n
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        print(*await asyncio.gather(*(loop.run_in_executor(pool, square, n) for n in range(3))))
"""


def lines(trace):
    return [event.text for event in trace.events if isinstance(event, Printed)]


def reasons(trace):
    return [event.reason for event in trace.events if isinstance(event, RealTime)]


def test_a_subprocess_runs_in_real_time(run):
    """A time-out fires before the process ends, and the run says why its times are not exact."""
    trace = run(SUBPROCESS, allows=("subprocesses",)).trace
    assert (trace.outcome, lines(trace), reasons(trace)) == (Returned(), ["still there", "hello"], ["a subprocess"])


def test_a_pool_of_processes_works_where_it_is_allowed(run):
    """Its results come."""
    trace = run(POOL, allows=("subprocesses",)).trace
    assert (trace.outcome, lines(trace)) == (Returned(), ["0 1 4"])


def test_two_pools_of_processes_work_at_the_same_time(quick):
    """A process that is forked while another pool's thread is there ends without waiting for that thread."""
    source = (
        "import asyncio\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "def square(n):\n"
        "    return n * n\n"
        "async def task(n):\n"
        "    with ProcessPoolExecutor(1) as pool:\n"
        "        return await asyncio.get_running_loop().run_in_executor(pool, square, n)\n"
        "async def main():\n"
        "    print(*await asyncio.gather(task(2), task(3)))\n"
    )
    trace = quick(source, allows=("subprocesses",)).trace
    assert (trace.outcome, lines(trace)) == (Returned(), ["4 9"])


@pytest.mark.parametrize("seconds", [0.001, 0.2, 600])
def test_the_judge_answers_while_a_subprocess_runs(run, seconds):
    """What real time brings is within what the judge granted, and a reply comes at its time, not a nanosecond off."""
    source = (
        "import asyncio, sys\n"
        "async def task(): ...\n"
        "async def child():\n"
        "    process = await asyncio.create_subprocess_exec(sys.executable, '-c', 'input()', stdin=-1)\n"
        "    await process.communicate(b'go')\n"
        "async def main():\n"
        "    await asyncio.gather(child(), task(), *[asyncio.sleep(n / 1000) for n in range(20)])\n"
    )
    finished = run(source, allows=("subprocesses",), replace={"task": Service(seconds=seconds)})
    assert (finished.trace.outcome, reasons(finished.trace)) == (Returned(), ["a subprocess"])
    (request,) = finished.requests
    assert (request.end - request.start, request.how) == (seconds * 10**9, "returned")


def test_a_thread_that_sleeps_uses_no_real_time(run):
    """The control: what waits in virtual time is not outside."""
    trace = run("import asyncio, time\nasync def main():\n    await asyncio.to_thread(time.sleep, 3)\n").trace
    assert (trace.outcome, trace.duration_ns, reasons(trace)) == (Returned(), 3 * 10**9, [])


def test_a_thread_goes_on_when_main_has_ended(run):
    """Python waits for it before it exits; `main` has ended all the same."""
    trace = run(
        "import threading, time\n"
        "def late():\n"
        "    time.sleep(2)\n"
        "    print('late')\n"
        "async def main():\n"
        "    threading.Thread(target=late).start()\n"
    ).trace
    assert [(event.time, event.text) for event in trace.events if isinstance(event, Printed)] == [(2 * 10**9, "late")]
    assert (trace.outcome, trace.duration_ns) == (Returned(), 0)


@pytest.mark.parametrize(
    "end",
    ["sys.exit(3)", "raise KeyboardInterrupt", "raise asyncio.CancelledError", "raise BaseException", "raise KeyError"],
)
def test_what_is_left_is_tidied_up_whichever_way_main_ends(run, end):
    """asyncio cancels tasks and Python waits for threads, after `sys.exit` too."""
    trace = run(
        "import asyncio, sys, threading, time\n"
        "def late():\n"
        "    time.sleep(2)\n"
        "    print('late')\n"
        "async def background():\n"
        "    try: await asyncio.sleep(9)\n"
        "    finally: print('bye')\n"
        "async def main():\n"
        "    task = asyncio.create_task(background())\n"
        "    threading.Thread(target=late).start()\n"
        "    await asyncio.sleep(0)\n"
        f"    {end}\n"
    ).trace
    assert [(e.time, e.text) for e in trace.events if isinstance(e, Printed)] == [(0, "bye"), (2 * 10**9, "late")]
    assert (type(trace.outcome), trace.duration_ns) == (Crashed if "exit" in end else Raised, 0)


def test_a_thread_that_nothing_can_wake_is_cut_off(run):
    """A pool that nobody shut down and a thread that waits for ever do not keep a run from its end."""
    trace = run(
        "import threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "pool = ThreadPoolExecutor()\n"
        "async def main():\n"
        "    pool.submit(print, 'in the pool').result()\n"
        "    threading.Thread(target=threading.Event().wait).start()\n"
    ).trace
    assert (trace.outcome, lines(trace)) == (Returned(), ["in the pool"])
