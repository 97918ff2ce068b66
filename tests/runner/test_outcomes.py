"""Every way in which a run can end, each from a real program."""

import pytest

from grader.model import (
    Crashed,
    Deadlocked,
    Held,
    Helper,
    LimitExceeded,
    Limits,
    Place,
    Rejected,
    Returned,
    TimedOut,
    Waiter,
)

from .programs import FILE, LIMITS, texts


def at(line):
    return Place(FILE, line)


def test_returned(run):
    """The control of all that follows."""
    assert run("async def main(): pass").trace.outcome == Returned()


@pytest.mark.parametrize(
    ("source", "error", "message", "line", "phase"),
    [
        ("async def main():\n    1 / 0\n", "ZeroDivisionError", "division by zero", 2, "run"),
        ("x = 1\nraise ValueError('no')\n", "ValueError", "no", 2, "load"),
        ("async def main():\n    raise KeyboardInterrupt\n", "KeyboardInterrupt", "", 2, "run"),
        ("class Mine(BaseException): pass\nasync def main():\n    raise Mine('m')\n", "Mine", "m", 3, "run"),
        (
            "async def main():\n    raise BaseExceptionGroup('g', [KeyboardInterrupt()])\n",
            "BaseExceptionGroup",
            "g (1 sub-exception)",
            2,
            "run",
        ),
        (
            "import asyncio\nasync def main():\n    asyncio.current_task().cancel()\n    await asyncio.sleep(1)\n",
            "CancelledError",
            "",
            4,
            "run",
        ),
        (
            (
                "import asyncio\nasync def bad():\n    raise KeyError('k')\n"
                "async def main():\n    async with asyncio.TaskGroup() as g:\n        g.create_task(bad())\n"
            ),
            "ExceptionGroup",
            "unhandled errors in a TaskGroup (1 sub-exception)",
            5,
            "run",
        ),
        (
            (
                "class E(Exception):\n    def __str__(self): raise SystemExit\n    __repr__ = __str__\n"
                "async def main():\n    raise E\n"
            ),
            "E",
            "<E whose repr raised SystemExit>",
            5,
            "run",
        ),
    ],
)
def test_raised(quick, source, error, message, line, phase):
    """Class, text, the innermost line of the learner's, and whether the file was being loaded."""
    outcome = quick(source).trace.outcome
    assert (outcome.error, outcome.message, outcome.place, outcome.phase) == (error, message, at(line), phase)


def test_raised_in_a_group(quick):
    """The first four of those in it are told, with their own lines; groups in the group are opened."""
    source = """
    async def main():
        raised = []
        for kind in (KeyError, OSError, ValueError, TypeError, EOFError):
            try:
                raise kind("no")
            except Exception as error:
                raised.append(error)
        raise ExceptionGroup("outer", [ExceptionGroup("inner", raised[:2]), *raised[2:]])
    """
    outcome = quick(source).trace.outcome
    told = [("KeyError", "'no'"), ("OSError", "no"), ("ValueError", "no"), ("TypeError", "no")]
    assert outcome.held == tuple(Held(error=error, message=message, place=at(6)) for error, message in told)
    assert (outcome.error, outcome.place) == ("ExceptionGroup", at(9))


def test_deadlocked(run):
    """At once, with who waits for what."""
    source = """
    import asyncio
    async def get(queue):
        await queue.get()
    async def main():
        await asyncio.sleep(3)
        await asyncio.gather(get(asyncio.Queue()), asyncio.Event().wait())
    """
    finished = run(source)
    assert finished.trace.outcome == Deadlocked(
        waiters=(
            Waiter(
                task="main()",
                number=1,
                awaiting="asyncio.gather(get(<Queue>), Event.wait())",
                place=at(7),
                on=(
                    Helper(task="get(<Queue>)", number=2, how="awaited"),
                    Helper(task="Event.wait()", number=3, how="awaited"),
                ),
            ),
            Waiter(
                task="get(<Queue>)",
                number=2,
                awaiting="Queue.get()",
                place=at(4),
                thing=1,
                length=0,
                unfinished=0,
            ),
            Waiter(task="Event.wait()", number=3, awaiting="Event.wait()", place=None, thing=2),
        )
    )
    assert finished.trace.duration_ns == 3 * 10**9


@pytest.mark.parametrize(
    ("line", "awaiting"),
    [
        ("queue.Queue().get()", "Queue.get()"),
        ("threading.Event().wait()", "Event.wait()"),
        ("thread.join()", "Thread.join()"),
        ("concurrent.futures.Future().result()", "Future.result()"),
        ("(lock := threading.Lock()).acquire(); lock.acquire()", "Lock.acquire()"),
    ],
)
def test_deadlocked_on_the_loops_own_thread(quick, line, awaiting):
    """A blocking wait for what cannot come is told like any other."""
    source = f"""
    import concurrent.futures, queue, threading
    thread = threading.Thread(target=threading.Event().wait, daemon=True)
    thread.start()
    async def main():
        {line}
    """
    waiter = quick(source).trace.outcome.waiters[0]
    assert waiter == Waiter(task="main()", awaiting=awaiting, place=at(6))


def test_deadlocked_while_the_file_is_loaded(quick):
    """What asyncio does at the end of the loop, such as to cancel tasks that wait in a circle, is not done any more."""
    source = """
    import asyncio
    tasks = []
    async def wait(number):
        await tasks[1 - number]
    async def prepare():
        tasks.extend(asyncio.create_task(wait(number)) for number in (0, 1))
        await tasks[0]
    asyncio.run(prepare())
    """
    outcome = quick(source).trace.outcome
    assert [waiter.awaiting for waiter in outcome.waiters] == ["wait(0)", "wait(1)", "wait(0)"]


def test_deadlocked_while_a_thread_waits(quick):
    """A thread that nobody wakes does not keep the run alive."""
    source = "import asyncio, threading\nasync def main():\n    await asyncio.to_thread(threading.Event().wait)\n"
    assert isinstance(quick(source).trace.outcome, Deadlocked)


@pytest.mark.parametrize(
    "body",
    [
        "while True: await asyncio.sleep(7)",
        "await asyncio.sleep(10**9)",
        "time.sleep(10**9)",
        "await asyncio.to_thread(time.sleep, 10**9)",
        "while True:\n        try: await asyncio.sleep(60)\n        except BaseException: pass",
    ],
)
def test_timed_out(quick, body):
    """The limit of virtual time is reached at once, whatever the program catches."""
    limits = Limits(virtual_ns=3600 * 10**9, cpu_seconds=1, wall_seconds=3)
    finished = quick(f"import asyncio, time\nasync def main():\n    {body}\n", limits=limits)
    outcome = finished.trace.outcome
    assert isinstance(outcome, TimedOut)
    assert outcome.limit_ns == 3600 * 10**9
    assert outcome.place.line in (3, 4)
    assert finished.trace.duration_ns == 3600 * 10**9


def test_a_service_that_takes_longer_than_the_limit_times_out(run):
    """The judge says so."""
    from grader.runner import Service

    source = "async def task(): ...\nasync def main():\n    await task()\n"
    assert isinstance(run(source, replace={"task": Service(seconds=10**6)}).trace.outcome, TimedOut)


@pytest.mark.parametrize(
    ("limit", "body", "line"),
    [
        ("steps", "while True: await asyncio.sleep(0)", 3),
        ("cpu", "while True: pass", 3),
        ("cpu", "sum(iter(int, 1))", None),
        ("cpu", "await asyncio.gather(spin(), spin())", None),
        ("cpu", "await asyncio.to_thread(exec, 'while True: pass')", None),
        ("wall", "one, other = socket.socketpair(); one.recv(1)", 3),
        ("wall", "os.read(os.pipe()[0], 1)", 3),
        ("memory", "held = bytearray(10**9)", 3),
        ("output", "while True: print('x' * 100)", 3),
        ("output", "while True: print('x', end='')", 3),
        ("output", "while True: os.write(1, b'x' * 1000)", None),
        ("output", "while True: os.write(2, b'x\\n' * 1000)", None),
        ("output", "while True: posix.write(1, b'x' * 1000)", None),
        ("output", "while True: posix.write(2, b'x\\n' * 1000)", None),
        ("output", "threading.Thread(target=exec, args=('while True: print(1)',)).start()", None),
    ],
)
def test_limit_exceeded(quick, limit, body, line):
    """Which limit, and on which line where that can be told."""
    spin = "async def spin():\n    while True: pass\n"
    source = f"import asyncio, os, posix, socket, threading\nasync def main():\n    {body}\n{spin}"
    limits = Limits(cpu_seconds=0.3, wall_seconds=0.6, memory_mib=64, output_bytes=20_000, steps=2_000)
    if limit in ("output", "cpu"):
        limits = Limits(cpu_seconds=0.3, wall_seconds=5, memory_mib=64, output_bytes=20_000, steps=2_000)
    outcome = quick(source, limits=limits).trace.outcome
    assert outcome.limit == limit
    assert isinstance(outcome, LimitExceeded)
    if line is not None:
        assert outcome.place == at(line)


def test_memory_that_is_held_does_not_keep_the_outcome_from_being_told(quick):
    """There is none left when the program ends, and the limit is lifted to say so."""
    source = "held = []\nasync def main():\n    while True: held.append(['x'] * 100)\n"
    limits = Limits(cpu_seconds=5, wall_seconds=10, memory_mib=32)
    assert quick(source, limits=limits).trace.outcome == LimitExceeded(limit="memory", place=at(3))


def test_a_line_without_an_end_is_cut_at_the_limit(quick):
    """Nothing of a gigabyte arrives."""
    source = "import sys\nasync def main():\n    for _ in range(2**14): sys.stdout.write('x' * 2**16)\n"
    finished = quick(source)
    assert (finished.trace.outcome.limit, texts(finished)) == ("output", [])


def test_output_below_the_limit_is_kept_whole(quick):
    """Written a character at a time, too."""
    source = "async def main():\n    for _ in range(15_000): print('.', end='')\n"
    finished = quick(source)
    assert (finished.trace.outcome, texts(finished)) == (Returned(), ["." * 15_000])


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("import sys\nsys.exit(0)\n", Crashed(status=0, call="sys.exit(0)", place=at(2), phase="load")),
        ("import sys\nsys.exit('no')\n", Crashed(status=1, call="sys.exit(…)", place=at(2), phase="load")),
        ("import sys\nasync def main():\n    sys.exit()\n", Crashed(status=0, call="sys.exit()", place=at(3))),
        ("exit(2)\n", Crashed(status=2, call="sys.exit(2)", place=at(1), phase="load")),
        ("async def main():\n    quit()\n", Crashed(status=0, call="sys.exit()", place=at(2))),
        ("import os\nos._exit(0)\n", Crashed(status=0, call="os._exit(0)", place=at(2), phase="load")),
        ("import os\nasync def main():\n    os._exit(3)\n", Crashed(status=3, call="os._exit(3)", place=at(3))),
        (
            "import asyncio, os\nasync def main():\n    await asyncio.to_thread(lambda: os._exit(0))\n",
            Crashed(status=0, call="os._exit(0)", place=at(3)),
        ),
        ("import posix\nposix._exit(0)\n", Crashed(status=0, phase="load")),
        ("import posix\nasync def main():\n    posix._exit(7)\n", Crashed(status=7)),
        ("import os\nos.kill(os.getpid(), 9)\n", Crashed(status=-9, phase="load")),
        ("import os\nos.abort()\n", Crashed(status=-6, phase="load")),
    ],
)
def test_crashed(quick, source, outcome):
    """The process ended before its result was in: an exit status of 0 is no success."""
    assert quick(source).trace.outcome == outcome


@pytest.mark.parametrize(
    ("source", "code", "message", "line"),
    [
        ("async def main(:\n", "syntax-error", "invalid syntax", 1),
        ("x = 1\n", "missing-function", "`main` is not defined", None),
        ("main = 5\n", "missing-function", "`main` is no function but a value of type int", None),
        ("def main(): pass\n", "not-a-coroutine", "`main` gave None, no coroutine", None),
        (
            "async def main(name): pass\n",
            "wrong-signature",
            "`main` cannot be called with 0 arguments: missing a required argument: 'name'",
            None,
        ),
        ("x = '\0'\n", "syntax-error", "source code string cannot contain null bytes", None),
    ],
)
def test_rejected(quick, source, code, message, line):
    """The program could not be started."""
    outcome = quick(source).trace.outcome
    assert isinstance(outcome, Rejected)
    assert (outcome.code, outcome.message) == (code, message)
    assert outcome.place == (line and at(line))


def test_rejected_for_a_name_that_is_to_be_replaced(quick):
    """There must be something to put the service behind."""
    from grader.runner import Service

    outcome = quick("async def main(): pass", replace={"task": Service()}).trace.outcome
    assert (outcome.code, outcome.name) == ("missing-function", "task")


def test_a_stub_returns(run):
    """What it is worth is the judge's matter."""
    stub = 'import asyncio\n\n\nasync def main() -> None:\n    """TODO"""\n'
    assert run(stub).trace.outcome == Returned()


@pytest.mark.parametrize("backend", ["fork"], indirect=True)
def test_signals_that_are_ignored_do_not_keep_a_run_alive(run):
    """A program that ignores every signal it can is killed by the judge."""
    source = """
    import signal
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except OSError:
            pass
    async def main():
        while True: pass
    """
    limits = Limits(cpu_seconds=0.1, wall_seconds=0.2)
    assert run(source, limits=limits).trace.outcome == LimitExceeded(limit="wall")


def test_handlers_of_the_programs_own_do_not_keep_it_alive(quick):
    """It takes the place of the handlers that tell the limits; the kernel's own limit is left."""
    source = """
    import signal
    for number in (signal.SIGTERM, signal.SIGALRM, signal.SIGVTALRM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    async def main():
        while True: pass
    """
    limits = Limits(cpu_seconds=0.1, wall_seconds=60)
    assert quick(source, limits=limits).trace.outcome == LimitExceeded(limit="cpu")


def test_whoever_catches_everything_is_stopped_all_the_same(quick):
    """Limits that are exceptions meet it again; those that are not end the process."""
    for body in ("await asyncio.sleep(0)", "time.sleep(1)", "print(1)", "pass"):
        source = f"""
        import asyncio, time
        async def main():
            while True:
                try:
                    {body}
                except BaseException:
                    pass
        """
        assert isinstance(quick(source, limits=LIMITS).trace.outcome, LimitExceeded | TimedOut)


def test_what_a_program_registers_for_its_exit_does_not_run(quick):
    """The run ends with its result."""
    assert texts(quick("import atexit\natexit.register(print, 'bye')\nasync def main(): print('x')\n")) == ["x"]


def test_closed_streams_are_no_crash(run):
    """Neither the object's nor the descriptor's end."""
    source = """
    import os, sys
    async def main():
        print("before")
        sys.stdout.close()
        os.close(1)
        os.close(2)
    """
    finished = run(source)
    assert (finished.trace.outcome, texts(finished)) == (Returned(), ["before"])


def test_output_that_is_no_text_is_shown(quick):
    """Bytes that are no UTF-8, lone surrogates, zeros, on every way out."""
    source = """
    import os, sys
    async def main():
        sys.stdout.buffer.write(b"\\xff\\0\\n")
        print("\\ud800")
        os.write(1, b"\\xfe\\n")
    """
    assert sorted(texts(quick(source))) == sorted(["\\xff\0", "\\ud800", "\\xfe"])


def test_calls_nested_without_end_use_up_the_steps(quick):
    """The same limit on any machine: looking at a deep chain of calls counts as steps."""
    source = """
    import asyncio
    async def main():
        await asyncio.sleep(1)
        await main()
    """
    outcome = quick(source, limits=Limits(cpu_seconds=20, wall_seconds=60)).trace.outcome
    assert (type(outcome), outcome.limit, outcome.place.line) == (LimitExceeded, "steps", 4)
