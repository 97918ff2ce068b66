"""Runs of right programs: what they print, when, what they return, what they ask of services."""

import pytest

from grader.model import Answered, Asked, CallStarted, LeftBehind, Returned, TaskStarted, ThreadStarted
from grader.runner import Service

from .programs import FILE, PROCESSES, printed, texts

GATHER = """
import asyncio

async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")
    return name

async def main():
    return await asyncio.gather(task("Task A", 2), task("Task B", 1))
"""


def requests(finished):
    return [(r.service, r.arguments, r.start / 1e9, r.end and r.end / 1e9, r.how) for r in finished.requests]


def test_a_right_program_is_traced(run):
    """Lines with their times, tasks, the value, the duration."""
    finished = run(GATHER)
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [
        (0, "Task A started"),
        (0, "Task B started"),
        (1, "Task B finished"),
        (2, "Task A finished"),
    ]
    assert (finished.value, finished.trace.duration_ns) == (["Task A", "Task B"], 2 * 10**9)
    tasks = [(event.name, event.parent) for event in finished.trace.events if isinstance(event, TaskStarted)]
    assert tasks == [("main()", None), ("task('Task A', 2)", 1), ("task('Task B', 1)", 1)]
    assert finished.trace.target == "main()"


def test_one_coroutine_can_be_run_with_arguments(run):
    """Plain data of every kind comes to it and back from it."""
    value = (1, "ü", [2.5, None], {"k": {3}}, b"\0", 2**70, float("inf"))
    finished = run("async def task(x): return x", target="task", arguments=(value,))
    assert finished.value == value


def test_a_scenario_drives_the_learners_module(run):
    """The author's coroutine gets the module first."""
    scenario = "async def twice(module, n):\n    return [await module.task(n), await module.task(n + 1)]\n"
    finished = run(
        "async def task(n): return n * 10",
        target="scenario:twice",
        arguments=(1,),
        files={"scenario.py": scenario},
    )
    assert (finished.value, finished.trace.target) == ([10, 20], "twice(1)")


def test_a_scenario_is_shown_without_the_module_that_it_gets(run):
    """The learner never wrote that argument."""
    scenario = "import asyncio\nasync def once(module, n):\n    await asyncio.sleep(n)\n"
    finished = run("async def task(): ...\n", target="scenario:once", arguments=(3,), files={"scenario.py": scenario})
    (call,) = [event for event in finished.trace.events if isinstance(event, CallStarted)]
    assert (call.function, call.arguments) == ("once", "3")


def test_a_service_sees_its_arguments_and_answers_at_its_time(run):
    """In the order of the calls, by position and by keyword alike."""
    source = """
    import asyncio
    async def task(name, delay): ...
    async def main():
        return await asyncio.gather(task("a", 2), task(delay=1, name="b"))
    """
    service = Service(seconds=lambda name, delay: delay, returns=lambda name, delay: name.upper())
    finished = run(source, replace={"task": service})
    assert finished.value == ["A", "B"]
    assert requests(finished) == [("task", ("a", 2), 0, 2, "returned"), ("task", ("b", 1), 0, 1, "returned")]
    told = [event for event in finished.trace.events if isinstance(event, Asked | Answered)]
    assert [(type(event).__name__, event.time // 10**9, event.request) for event in told] == [
        ("Asked", 0, 1),
        ("Asked", 0, 2),
        ("Answered", 1, 2),
        ("Answered", 2, 1),
    ]


def test_services_of_one_instant_answer_in_the_order_in_which_they_were_asked(run):
    """First in, first out, and in line with timers of the program's own."""
    source = """
    import asyncio
    async def task(n): ...
    async def one(n):
        await (task(n) if n % 2 else asyncio.sleep(1))
        print(n)
    async def main():
        await asyncio.gather(*(one(n) for n in range(6)))
    """
    assert texts(run(source, replace={"task": Service(seconds=1)})) == ["0", "1", "2", "3", "4", "5"]


def test_a_service_can_raise(run):
    """The exception arrives in the learner's code as what it is."""
    source = """
    async def task(): ...
    async def main():
        try:
            await task()
        except ConnectionError as error:
            return f"{type(error).__name__}: {error}"
    """
    finished = run(source, replace={"task": Service(seconds=1, raises=ConnectionResetError("gone"))})
    assert (finished.value, finished.requests[0].how) == ("ConnectionResetError: gone", "raised")


@pytest.mark.parametrize(
    "call", ["task()", "task(1, 2)", "task(1, b=2)", "task(b=2)"], ids=["none", "two", "unknown", "only unknown"]
)
def test_a_call_that_does_not_fit_raises_type_error(quick, call):
    """As the learner's own function would."""
    source = f"""
    async def task(a): ...
    async def main():
        try:
            await {call}
        except TypeError as error:
            return str(error)
    """
    finished = quick(source, replace={"task": Service(returns=lambda a: a)})
    assert finished.value.startswith("task() ")


def test_arguments_that_the_author_did_not_think_of_are_no_error(quick):
    """The author's function fails in the judge; nobody but the check hears of it."""
    source = "async def task(a): ...\nasync def main():\n    await task('x')\n"
    finished = quick(source, replace={"task": Service(seconds=lambda a: a * 1.5)})
    assert isinstance(finished.trace.outcome, Returned)
    assert [request.arguments for request in finished.requests] == [("x",)]


@pytest.mark.parametrize(
    ("definition", "call", "arguments"),
    [
        ("async def task(number, limit=3)", "task(1)", (1, 3)),
        ("async def task(n, places)", "task(places=2, n=1)", (1, 2)),
        ("async def task(number, limit, loud=True)", "task(1, 2)", (1, 2)),
        ("async def task(*args, **kwargs)", "task(1, limit=2)", (1, 2)),
        ("def task(number, limit=3)", "task(number=1)", (1, 3)),
    ],
)
def test_a_service_takes_what_the_learners_function_takes(quick, definition, call, arguments):
    """Its names and its defaults, in the order of its parameters; further ones are its own affair."""
    source = f"{definition}: ...\nasync def main():\n    await {call}\n"
    finished = quick(source, replace={"task": Service(parameters=("number", "limit"))})
    assert [request.arguments for request in finished.requests] == [arguments]


def test_a_call_that_the_function_would_refuse_is_refused_in_pythons_words(quick):
    """The message is the one that the learner would read without a grader."""
    source = "async def task(number, limit): ...\nasync def main():\n    await task(1)\n"
    outcome = quick(source, replace={"task": Service()}).trace.outcome
    assert (outcome.error, outcome.message) == (
        "TypeError",
        "task() missing 1 required positional argument: 'limit'",
    )


def test_a_cancelled_request_is_given_up(run):
    """At the time of the cancellation; the program goes on as if nothing were owed."""
    source = """
    import asyncio
    async def task(): ...
    async def main():
        try:
            await asyncio.wait_for(task(), 1)
        except TimeoutError:
            await asyncio.sleep(5)
            return "gave up"
    """
    finished = run(source, replace={"task": Service(seconds=3)})
    assert (finished.value, finished.trace.duration_ns) == ("gave up", 6 * 10**9)
    assert requests(finished) == [("task", (), 0, 1, "cancelled")]


def test_a_request_cancelled_at_the_instant_of_its_answer_is_no_fault(run):
    """The answer is on its way when the cancellation comes."""
    source = """
    import asyncio
    async def task(): ...
    async def main():
        waiting = asyncio.ensure_future(task())
        asyncio.get_running_loop().call_later(1, waiting.cancel)
        await asyncio.wait([waiting])
        await asyncio.sleep(1)
    """
    finished = run(source, replace={"task": Service(seconds=1)})
    assert (finished.trace.outcome, finished.trace.duration_ns) == (Returned(), 2 * 10**9)


def test_a_request_that_the_run_did_not_wait_for_stays_open(run):
    """Its task was left behind."""
    source = """
    import asyncio
    async def task(): ...
    async def main():
        asyncio.create_task(task())
        await asyncio.sleep(1)
    """
    finished = run(source, replace={"task": Service(seconds=9)})
    assert [request.how for request in finished.requests] in (["open"], ["cancelled"])
    assert any(isinstance(event, LeftBehind) for event in finished.trace.events)


def test_a_payload_of_any_size_comes_down(run):
    """Larger than a pipe holds."""
    source = "async def task(): ...\nasync def main():\n    return len(await task())\n"
    assert run(source, replace={"task": Service(returns="x" * 3_000_000)}).value == 3_000_000


def test_services_asked_from_a_thread_run_on_their_own_loop(quick):
    """`asyncio.run` in a worker thread is a loop like any other."""
    source = """
    import asyncio
    async def task(n): ...
    async def main():
        return await asyncio.gather(*(asyncio.to_thread(asyncio.run, task(n)) for n in (2, 1)))
    """
    finished = quick(source, replace={"task": Service(seconds=lambda n: n, returns=lambda n: n)})
    assert (finished.value, finished.trace.duration_ns) == ([2, 1], 2 * 10**9)


def test_a_service_behind_a_name_of_another_module(run):
    """`given.download` is replaced where it is defined."""
    source = "from given import download\nasync def main():\n    return await download('x')\n"
    finished = run(
        source,
        files={"given.py": "async def download(name): raise AssertionError\n"},
        replace={"given.download": Service(seconds=1, returns=lambda name: name * 2)},
    )
    assert (finished.value, finished.requests[0].service) == ("xx", "given.download")


def test_output_round_the_streams_is_seen_in_its_place(run):
    """`os.write` is a write like any other, with its time and its line."""
    source = """
    import asyncio, os
    async def main():
        print("one")
        os.write(1, b"two\\nthr")
        await asyncio.sleep(1)
        print("ee")
        os.write(2, b"four\\n")
    """
    events = [event for event in run(source).trace.events if hasattr(event, "stream")]
    assert [(event.time // 10**9, event.stream, event.text, event.place.line) for event in events] == [
        (0, "stdout", "one", 4),
        (0, "stdout", "two", 5),
        (1, "stdout", "three", 7),
        (1, "stderr", "four", 8),
    ]


def test_output_of_another_process_is_seen(quick):
    """It goes round the program's streams; what came while the file was loaded is no part of the run."""
    source = """
    import os
    os.system("echo loading; printf unfinished")
    async def main():
        os.system("echo running; printf '%s' 'no newline'; echo error >&2")
    """
    lines = [
        (event.stream, event.text) for event in quick(source, allows=PROCESSES).trace.events if hasattr(event, "stream")
    ]
    assert sorted(lines) == [("stderr", "error"), ("stdout", "no newline"), ("stdout", "running")]


def test_what_happens_while_the_file_is_loaded_is_not_compared(run):
    """Output, an unguarded `asyncio.run(main())` at the end, the time it took: the run starts at zero."""
    finished = run(GATHER + "\nprint('loading')\nasyncio.run(main())\n")
    assert printed(finished)[0] == (0, "Task A started")
    assert len(printed(finished)) == 4
    assert (finished.trace.outcome, finished.trace.duration_ns) == (Returned(), 2 * 10**9)


def test_a_learner_may_use_their_own_loop(quick):
    """The old style, a Runner, a loop class by name: all of them are virtual."""
    source = """
    import asyncio
    async def work():
        await asyncio.sleep(500)
        return 1
    loop = asyncio.new_event_loop()
    found = [loop.run_until_complete(work())]
    loop.close()
    with asyncio.Runner() as runner:
        found.append(runner.run(work()))
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        found.append(runner.run(work()))
    found.append(asyncio.run(work()))
    async def main():
        return found
    """
    assert quick(source).value == [1, 1, 1, 1]


RIGHT = {
    "context variables": (
        """
        import asyncio, contextvars
        var = contextvars.ContextVar("var", default=0)
        async def child(n):
            var.set(n)
            await asyncio.sleep(1)
            return var.get()
        async def main():
            return [*await asyncio.gather(child(1), child(2)), var.get()]
        """,
        [1, 2, 0],
        1,
    ),
    "async generator left in the midst": (
        """
        import asyncio
        closed = []
        async def numbers():
            try:
                for n in range(9):
                    await asyncio.sleep(1)
                    yield n
            finally:
                closed.append(n)
        async def main():
            async for n in numbers():
                if n == 2:
                    break
            await asyncio.sleep(1)
            return closed
        """,
        [2],
        4,
    ),
    "task factory of the program's own": (
        """
        import asyncio
        class Mine(asyncio.Task): pass
        async def one(n):
            await asyncio.sleep(n)
            return type(asyncio.current_task()).__name__
        async def main():
            asyncio.get_running_loop().set_task_factory(lambda loop, coro, **o: Mine(coro, loop=loop, **o))
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(n)) for n in (1, 2)]
            return [task.result() for task in tasks]
        """,
        ["Mine", "Mine"],
        2,
    ),
    "eager tasks where there are any": (
        """
        import asyncio
        order = []
        async def one(n):
            order.append(n)
            await asyncio.sleep(n)
            order.append(-n)
        async def main():
            factory = getattr(asyncio, "eager_task_factory", None)
            asyncio.get_running_loop().set_task_factory(factory)
            await asyncio.gather(one(2), one(1))
            return order
        """,
        [2, 1, -1, -2],
        2,
    ),
    "an error in a callback": (
        """
        import asyncio
        async def main():
            asyncio.get_running_loop().call_soon(lambda: 1 / 0)
            await asyncio.sleep(1)
            return "alive"
        """,
        "alive",
        1,
    ),
    "an object that answers nothing": (
        """
        import asyncio
        class Mad:
            def _no(self, *_): raise RuntimeError
            __repr__ = __eq__ = __hash__ = __len__ = __bool__ = __getattribute__ = __str__ = _no
        class Meta(type):
            __repr__ = __eq__ = __hash__ = __getattribute__ = Mad._no
        class Odd(metaclass=Meta): pass
        async def one(*things, thing=None):
            await asyncio.sleep(1)
            return 1
        async def two(a, b, *, c):
            return await asyncio.create_task(one(a, b, thing=c))
        async def main():
            return [await two(Mad(), Odd(), c=Odd), await two([Mad()], {1: Odd}, c=(Odd,))]
        """,
        [1, 1],
        2,
    ),
    "recursion near the limit": (
        """
        import asyncio
        def down(n):
            return down(n - 1) if n else print("deep")
        async def nested(n):
            return await nested(n - 1) if n else await asyncio.sleep(1)
        async def main():
            try:
                down(10**6)
            except RecursionError:
                pass
            down(930)
            await nested(300)
        """,
        None,
        1,
    ),
    "a thousand tasks": (
        """
        import asyncio
        async def one(n):
            await asyncio.sleep(1)
            return n
        async def main():
            return sum(await asyncio.gather(*(one(n) for n in range(1000))))
        """,
        499500,
        1,
    ),
    "threads that wait for each other": (
        """
        import asyncio, queue, threading, time
        lock, items = threading.Lock(), queue.Queue()
        def produce(n):
            with lock:
                time.sleep(1)
                items.put(n)
        async def main():
            await asyncio.gather(*(asyncio.to_thread(produce, n) for n in range(3)))
            return [await asyncio.to_thread(items.get) for _ in range(3)]
        """,
        [0, 1, 2],
        3,
    ),
    "cancellation that is shielded": (
        """
        import asyncio
        async def save():
            await asyncio.sleep(2)
            return "saved"
        async def main():
            saving = asyncio.ensure_future(save())
            try:
                await asyncio.wait_for(asyncio.shield(saving), 1)
            except TimeoutError:
                return await saving
        """,
        "saved",
        2,
    ),
    "a child of its own": (
        """
        import os
        async def main():
            pid = os.fork()
            if pid == 0:
                print("child")
                os._exit(3)
            return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        """,
        3,
        0,
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_programs_of_every_kind_run_right(quick, name):
    """What they return, and when they end."""
    source, value, end = RIGHT[name]
    finished = quick(source, allows=PROCESSES)
    assert (finished.trace.outcome, finished.value, finished.trace.duration_ns / 1e9) == (Returned(), value, end)


def test_threads_are_told(run):
    """With the learner's line."""
    source = "import asyncio\nasync def main():\n    await asyncio.to_thread(int)\n"
    finished = run(source)
    told = [(e.what, e.place.file, e.place.line) for e in finished.trace.events if isinstance(e, ThreadStarted)]
    assert told == [("an executor", FILE, 3)]


def test_an_error_in_a_thread_is_written_without_the_machines_paths(run):
    """Only the program's own lines, so that the output is the same everywhere."""
    source = """
    import threading
    def work(): raise ValueError("in a thread")
    async def main():
        thread = threading.Thread(target=work, name="worker")
        thread.start()
        thread.join()
    """
    lines = [event.text for event in run(source).trace.events if hasattr(event, "stream")]
    assert lines[:3] == [
        "Exception in thread worker:",
        "Traceback (most recent call last):",
        '  File "program.py", line 3, in work',
    ]
    assert lines[-1] == "ValueError: in a thread"
    assert not any("/" in line for line in lines)
