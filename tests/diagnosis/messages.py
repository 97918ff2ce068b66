"""What Python and asyncio say of a mistake, where the words name the wrong concept, or only the place where it shows.

Each row is a program that makes the interpreter say it, on every Python that the project runs on; where versions say
different things, all of them stand there. Words are `Type: part of the message`.
"""

import textwrap
from typing import NamedTuple


class Said(NamedTuple):
    """What Python says, and what it is about."""

    code: str
    """The diagnosis."""
    words: str | tuple[str, ...]
    """`Type: part of the message`; of several versions, each."""
    program: str
    """What makes Python say it."""


def main(body: str, before: str = "") -> str:
    """Write a program with this body of `main`."""
    start = 'if __name__ == "__main__":\n    asyncio.run(main())\n'
    return f"import asyncio\n\n\n{before}\n\nasync def main():\n{textwrap.indent(body, '    ')}\n\n\n{start}"


GET = "async def get():\n    await asyncio.sleep(0.01)\n    return [1, 2]\n"
PLAIN = "def get():\n    return [1]\n"
ITEMS = "async def get():\n    yield 1\n"
ENTER = "def __enter__(self):\n    return self\n\ndef __exit__(self, *error):\n    pass\n"
LEAVE = "async def __aenter__(self):\n    return self\n\nasync def __aexit__(self):\n    pass\n"

MESSAGES = {
    "run_inside": Said(
        "nested-event-loop",
        "RuntimeError: asyncio.run() cannot be called from a running event loop",
        main("asyncio.run(get())", GET),
    ),
    "until_complete_inside": Said(
        "nested-event-loop",
        "RuntimeError: This event loop is already running",
        main("asyncio.get_event_loop().run_until_complete(get())", GET),
    ),
    "other_loop_inside": Said(
        "nested-event-loop",
        "RuntimeError: Cannot run the event loop while another loop is running",
        main("asyncio.new_event_loop().run_until_complete(get())", GET),
    ),
    "run_none": Said(
        "await-non-awaitable",
        "ValueError: a coroutine was expected, got None",
        "import asyncio\ndef get():\n    return [1]\nasync def main():\n    pass\nasyncio.run(print('x'))\n",
    ),
    "until_complete_function": Said(
        "await-non-awaitable",
        "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        "import asyncio\n" + GET + "loop = asyncio.new_event_loop()\nloop.run_until_complete(get)\n",
    ),
    "create_task_function": Said(
        "await-non-awaitable",
        "TypeError: a coroutine was expected, got <function get",
        main("await asyncio.create_task(get)", GET),
    ),
    "create_task_none": Said(
        "await-non-awaitable",
        "TypeError: a coroutine was expected, got [1]",
        main("await asyncio.create_task(get())", PLAIN),
    ),
    "create_task_task": Said(
        "await-non-awaitable",
        "TypeError: a coroutine was expected, got <Task",
        main("await asyncio.create_task(asyncio.create_task(get()))", GET),
    ),
    "group_function": Said(
        "await-non-awaitable",
        "TypeError: a coroutine was expected, got <function get",
        main("async with asyncio.TaskGroup() as g:\n    g.create_task(get)", GET),
    ),
    "await_none": Said(
        "await-non-awaitable",
        "TypeError: object NoneType can't be used in 'await' expression",
        main("await print('x')"),
    ),
    "await_list": Said(
        "await-non-awaitable", "TypeError: object list can't be used in 'await' expression", main("await [get()]", GET)
    ),
    "await_function": Said(
        "await-non-awaitable", "TypeError: object function can't be used in 'await' expression", main("await get", GET)
    ),
    "await_plain": Said(
        "await-non-awaitable", "TypeError: object list can't be used in 'await' expression", main("await get()", PLAIN)
    ),
    "await_generator": Said(
        "await-non-awaitable",
        "TypeError: object generator can't be used in 'await' expression",
        main("await get()", "def get():\n    yield 1\n"),
    ),
    "await_asyncgen": Said(
        "await-non-awaitable",
        "TypeError: object async_generator can't be used in 'await' expression",
        main("await get()", ITEMS),
    ),
    "await_lock": Said(
        "await-non-awaitable",
        "TypeError: object Lock can't be used in 'await' expression",
        main("await asyncio.Lock()"),
    ),
    "await_method": Said(
        "await-non-awaitable",
        "TypeError: object method can't be used in 'await' expression",
        main("await A().f", "class A:\n    async def f(self):\n        pass\n"),
    ),
    "coro_iter": Said(
        "never-awaited", "TypeError: 'coroutine' object is not iterable", main("for x in get():\n    print(x)", GET)
    ),
    "coro_attr": Said(
        "never-awaited", "AttributeError: 'coroutine' object has no attribute 'pop'", main("print(get().pop())", GET)
    ),
    "coro_sub": Said(
        "never-awaited", "TypeError: 'coroutine' object is not subscriptable", main("print(get()[0])", GET)
    ),
    "coro_add": Said(
        "never-awaited",
        "TypeError: unsupported operand type(s) for +: 'coroutine' and 'int'",
        main("print(get() + 1)", GET),
    ),
    "coro_len": Said(
        "never-awaited", "TypeError: object of type 'coroutine' has no len()", main("print(len(get()))", GET)
    ),
    "coro_in": Said(
        "never-awaited", "TypeError: argument of type 'coroutine' is not iterable", main("print(1 in get())", GET)
    ),
    "coro_unpack": Said(
        "never-awaited", "TypeError: cannot unpack non-iterable coroutine object", main("a, b = get()", GET)
    ),
    "coro_int": Said(
        "never-awaited",
        "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'coroutine'",
        main("print(int(get()))", GET),
    ),
    "coro_join": Said(
        "never-awaited",
        "TypeError: sequence item 0: expected str instance, coroutine found",
        main("print(', '.join([get()]))", GET),
    ),
    "coro_lt": Said(
        "never-awaited",
        "TypeError: '<' not supported between instances of 'coroutine' and 'int'",
        main("print(get() < 3)", GET),
    ),
    "coro_with": Said(
        "never-awaited",
        "TypeError: 'coroutine' object does not support the context manager protocol",
        main("with get() as f:\n    pass", GET),
    ),
    "coro_async_with": Said(
        "never-awaited",
        "TypeError: 'coroutine' object does not support the asynchronous context manager protocol",
        main("async with get() as f:\n    pass", GET),
    ),
    "acquire_async_with": Said(
        "sync-context-manager",
        "TypeError: 'coroutine' object does not support the asynchronous context manager protocol",
        main("async with asyncio.Lock().acquire():\n    pass"),
    ),
    "plain_methods_async_with": Said(
        "sync-context-manager",
        "TypeError: 'Gate' object does not support the asynchronous context manager protocol",
        main("async with Gate():\n    pass", f"class Gate:\n{textwrap.indent(ENTER, '    ')}"),
    ),
    "exit_without_parameters": Said(
        "wrong-signature",
        "TypeError: Gate.__aexit__() takes 1 positional argument but 4 were given",
        main("async with Gate():\n    pass", f"class Gate:\n{textwrap.indent(LEAVE, '    ')}"),
    ),
    "coro_async_for": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' requires an object with __aiter__ method, got coroutine",
        main("async for x in get():\n    pass", GET),
    ),
    "coro_next": Said("never-awaited", "TypeError: 'coroutine' object is not an iterator", main("next(get())", GET)),
    "coro_yield_from": Said(
        "never-awaited",
        "TypeError: cannot 'yield from' a coroutine object in a non-coroutine generator",
        "import asyncio\ndef gen():\n    yield from get()\nasync def get():\n"
        "    await asyncio.sleep(0.01)\n    return [1, 2]\nasync def main():\n    list(gen())\n"
        "if __name__ == '__main__':\n    asyncio.run(main())\n",
    ),
    "task_attr": Said(
        "never-awaited",
        "AttributeError: Task' object has no attribute 'pop'",
        main("print(asyncio.create_task(get()).pop())", GET),
    ),
    "gather_iter": Said(
        "gather-misuse",
        "RuntimeError: await wasn't used with future",
        main("for x in asyncio.gather(get()):\n    print(x)", GET),
    ),
    "gather_sub": Said(
        "gather-misuse",
        "TypeError: '_GatheringFuture' object is not subscriptable",
        main("print(asyncio.gather(get())[0])", GET),
    ),
    "task_sub": Said(
        "never-awaited",
        "TypeError: Task' object is not subscriptable",
        main("print(asyncio.create_task(get())[0])", GET),
    ),
    "gather_list": Said(
        "gather-misuse", "TypeError: unhashable type: 'list'", main("await asyncio.gather([get()])", GET)
    ),
    "gather_gen": Said(
        "gather-misuse",
        (
            "RuntimeError: Task got bad yield: <coroutine object get",
            "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        ),
        main("await asyncio.gather(get() for _ in range(2))", GET),
    ),
    "gather_function": Said(
        "await-non-awaitable",
        "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        main("await asyncio.gather(get, get)", GET),
    ),
    "gather_none": Said(
        "await-non-awaitable",
        "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        main("await asyncio.gather(get(), print())", GET),
    ),
    "gather_star_coro": Said(
        "never-awaited",
        "TypeError: argument after * must be an iterable, not coroutine",
        main("await asyncio.gather(*get())", GET),
    ),
    "wait_coros": Said(
        "wait-misuse",
        "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
        main("await asyncio.wait([get()])", GET),
    ),
    "wait_coro": Said(
        "wait-misuse", "TypeError: expect a list of futures, not coroutine", main("await asyncio.wait(get())", GET)
    ),
    "wait_task": Said(
        "wait-misuse",
        "TypeError: expect a list of futures, not Task",
        main("await asyncio.wait(asyncio.create_task(get()))", GET),
    ),
    "wait_empty": Said("wait-misuse", "ValueError: Set of Tasks/Futures is empty.", main("await asyncio.wait([])")),
    "wait_many": Said(
        "wait-misuse",
        "TypeError: wait() takes 1 positional argument but 2 were given",
        main("await asyncio.wait(asyncio.create_task(get()), asyncio.create_task(get()))", GET),
    ),
    "wait_for_function": Said(
        "await-non-awaitable",
        (
            "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
            "TypeError: object function can't be used in 'await' expression",
        ),
        main("await asyncio.wait_for(get, 1)", GET),
    ),
    "as_completed_coro": Said(
        "wait-misuse",
        (
            "TypeError: expect an iterable of futures, not coroutine",
            "TypeError: expects an iterable of awaitables, not coroutine",
        ),
        main("for f in asyncio.as_completed(get()):\n    await f", GET),
    ),
    "shield_function": Said(
        "await-non-awaitable",
        "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        main("await asyncio.shield(get)", GET),
    ),
    "async_with_file": Said(
        "sync-context-manager",
        "TypeError: '_io.StringIO' object does not support the asynchronous context manager protocol",
        main("async with open('x') as f:\n    pass", "def open(x):\n    import io\n    return io.StringIO()\n"),
    ),
    "async_with_own": Said(
        "sync-context-manager",
        "TypeError: 'A' object does not support the asynchronous context manager protocol",
        main(
            "async with A():\n    pass",
            "class A:\n    def __enter__(self): return self\n    def __exit__(self, *e): pass\n",
        ),
    ),
    "async_with_noexit": Said(
        "sync-context-manager",
        "TypeError: 'A' object does not support the asynchronous context manager protocol (missed __aexit__ method)",
        main("async with A():\n    pass", "class A:\n    async def __aenter__(self): return self\n"),
    ),
    "async_with_class": Said(
        "sync-context-manager",
        "TypeError: 'type' object does not support the asynchronous context manager protocol",
        main("async with asyncio.Lock:\n    pass"),
    ),
    "async_with_gen": Said(
        "async-iteration-misuse",
        "TypeError: 'async_generator' object does not support the asynchronous context manager protocol",
        main("async with get():\n    pass", ITEMS),
    ),
    "async_with_sync_aenter": Said(
        "not-a-coroutine",
        "TypeError: 'async with' received an object from __aenter__ that does not implement __await__: A",
        main(
            "async with A():\n    pass",
            "class A:\n    def __aenter__(self): return self\n    async def __aexit__(self, *e): pass\n",
        ),
    ),
    "async_with_sync_aexit": Said(
        "not-a-coroutine",
        "TypeError: 'async with' received an object from __aexit__ that does not implement __await__: NoneType",
        main(
            "async with A():\n    pass",
            "class A:\n    async def __aenter__(self): return self\n    def __aexit__(self, *e): pass\n",
        ),
    ),
    "with_lock": Said(
        "sync-context-manager",
        "TypeError: 'Lock' object does not support the context manager protocol",
        main("with asyncio.Lock():\n    pass"),
    ),
    "with_timeout": Said(
        "sync-context-manager",
        "TypeError: 'Timeout' object does not support the context manager protocol",
        main("with asyncio.timeout(1):\n    pass"),
    ),
    "with_own": Said(
        "sync-context-manager",
        "TypeError: 'A' object does not support the context manager protocol",
        main(
            "with A():\n    pass",
            "class A:\n    async def __aenter__(self): return self\n    async def __aexit__(self, *e): pass\n",
        ),
    ),
    "with_semaphore_yield": Said(
        "sync-context-manager",
        "TypeError: 'bool' object does not support the context manager protocol",
        main("with await asyncio.Lock().acquire():\n    pass"),
    ),
    "other_loop_future": Said(
        "wrong-loop",
        "RuntimeError: attached to a different loop",
        main("f = asyncio.new_event_loop().create_future()\nawait f"),
    ),
    "lock_two_loops": Said(
        "wrong-loop",
        "RuntimeError: is bound to a different event loop",
        "import asyncio\nlock = asyncio.Lock()\nasync def use():\n    async with lock:\n"
        "        await asyncio.sleep(0.01)\nasync def both():\n"
        "    await asyncio.gather(use(), use())\nasyncio.run(both())\nasyncio.run(both())\n",
    ),
    "queue_two_loops": Said(
        "wrong-loop",
        "RuntimeError: is bound to a different event loop",
        "import asyncio\nq = asyncio.Queue()\nasync def put():\n    await asyncio.sleep(0.01)\n"
        "    q.put_nowait(1)\nasync def one():\n    t = asyncio.create_task(put())\n"
        "    print(await q.get())\nasyncio.run(one())\nasyncio.run(one())\n",
    ),
    "gather_two_loops": Said(
        "wrong-loop",
        "RuntimeError: attached to a different loop",
        main("f = asyncio.new_event_loop().create_future()\nawait asyncio.gather(f, get())", GET),
    ),
    "closed_loop": Said(
        "wrong-loop",
        "RuntimeError: Event loop is closed",
        "import asyncio\n"
        + GET
        + "loop = asyncio.new_event_loop()\nloop.close()\nloop.run_until_complete(asyncio.sleep(0))\n",
    ),
    "close_running": Said(
        "unhandled-error", "RuntimeError: Cannot close a running event loop", main("asyncio.get_running_loop().close()")
    ),
    "create_task_outside": Said(
        "no-running-loop",
        "RuntimeError: no running event loop",
        "import asyncio\n" + GET + "task = asyncio.create_task(get())\n",
    ),
    "get_running_outside": Said(
        "no-running-loop", "RuntimeError: no running event loop", "import asyncio\nloop = asyncio.get_running_loop()\n"
    ),
    "current_task_outside": Said(
        "no-running-loop", "RuntimeError: no running event loop", "import asyncio\nasyncio.current_task()\n"
    ),
    "create_task_thread": Said(
        "no-running-loop",
        "RuntimeError: no running event loop",
        main(
            "await asyncio.to_thread(work)",
            "async def get():\n    await asyncio.sleep(0.01)\n    return [1, 2]\ndef work():\n"
            "    asyncio.create_task(get())\n",
        ),
    ),
    "get_loop_thread": Said(
        "no-running-loop",
        "RuntimeError: There is no current event loop in thread 'asyncio_0'.",
        main(
            "await asyncio.to_thread(work)",
            "async def get():\n    await asyncio.sleep(0.01)\n    return [1, 2]\ndef work():\n"
            "    asyncio.get_event_loop()\n",
        ),
    ),
    "reuse": Said(
        "coroutine-reuse",
        "RuntimeError: cannot reuse already awaited coroutine",
        main("c = get()\nawait c\nawait c", GET),
    ),
    "reuse_task": Said(
        "coroutine-reuse",
        "RuntimeError: cannot reuse already awaited coroutine",
        main("c = get()\nawait c\nawait asyncio.create_task(c)", GET),
    ),
    "reuse_both": Said(
        "coroutine-reuse",
        "RuntimeError: coroutine is being awaited already",
        main("c = get()\nt = asyncio.create_task(c)\nawait asyncio.sleep(0)\nawait c", GET),
    ),
    "async_for_list": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' requires an object with __aiter__ method, got list",
        main("async for x in [1]:\n    pass"),
    ),
    "async_for_gen": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' requires an object with __aiter__ method, got generator",
        main("async for x in get():\n    pass", "def get():\n    yield 1\n"),
    ),
    "async_for_no_anext": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: A",
        main("async for x in A():\n    pass", "class A:\n    def __aiter__(self): return self\n"),
    ),
    "async_for_async_aiter": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: coroutine",
        main(
            "async for x in A():\n    pass",
            "class A:\n    async def __aiter__(self): return self\n    async def __anext__(self): return 1\n",
        ),
    ),
    "async_for_sync_anext": Said(
        "not-a-coroutine",
        "TypeError: 'async for' received an invalid object from __anext__: int",
        main(
            "async for x in A():\n    pass",
            "class A:\n    def __aiter__(self): return self\n    def __anext__(self): return 1\n",
        ),
    ),
    "async_comp_list": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' requires an object with __aiter__ method, got tuple",
        main("print([x async for x in [1]])"),
    ),
    "for_asyncgen": Said(
        "async-iteration-misuse",
        "TypeError: 'async_generator' object is not iterable",
        main("for x in get():\n    pass", ITEMS),
    ),
    "next_asyncgen": Said(
        "async-iteration-misuse", "TypeError: 'async_generator' object is not an iterator", main("next(get())", ITEMS)
    ),
    "len_asyncgen": Said(
        "async-iteration-misuse", "TypeError: object of type 'async_generator' has no len()", main("len(get())", ITEMS)
    ),
    "sub_asyncgen": Said(
        "async-iteration-misuse", "TypeError: 'async_generator' object is not subscriptable", main("get()[0]", ITEMS)
    ),
    "enumerate_asyncgen": Said(
        "async-iteration-misuse",
        "TypeError: 'async_generator' object is not iterable",
        main("for i, x in enumerate(get()):\n    pass", ITEMS),
    ),
    "async_for_enumerate": Said(
        "async-iteration-misuse",
        "TypeError: 'async_generator' object is not iterable",
        main("async for i, x in enumerate(get()):\n    pass", ITEMS),
    ),
    "for_queue": Said(
        "async-iteration-misuse",
        "TypeError: 'Queue' object is not iterable",
        main("for x in asyncio.Queue():\n    pass"),
    ),
    "async_for_queue": Said(
        "async-iteration-misuse",
        "TypeError: 'async for' requires an object with __aiter__ method, got Queue",
        main("async for x in asyncio.Queue():\n    pass"),
    ),
    "anext_int": Said(
        "async-iteration-misuse", "TypeError: 'int' object is not an async iterator", main("await anext(5)")
    ),
    "aiter_int": Said("async-iteration-misuse", "TypeError: 'int' object is not an async iterable", main("aiter(5)")),
    "anext_asyncgen_twice": Said(
        "async-iteration-misuse",
        "RuntimeError: anext(): asynchronous generator is already running",
        main(
            "g = get()\nawait asyncio.gather(anext(g), anext(g))",
            "async def get():\n    await asyncio.sleep(0.01)\n    yield 1\n",
        ),
    ),
    "asyncgen_stop": Said(
        "async-iteration-misuse",
        "RuntimeError: async generator raised StopAsyncIteration",
        main("async for x in get():\n    pass", "async def get():\n    yield 1\n    raise StopAsyncIteration\n"),
    ),
    "asyncgen_ignored": Said(
        "cancel-swallowed",
        "RuntimeError: async generator ignored GeneratorExit",
        main(
            "g = get()\nawait anext(g)\nawait g.aclose()",
            "async def get():\n    while True:\n        try:\n            yield 1\n"
            "        except GeneratorExit:\n            pass\n",
        ),
    ),
    "asyncgen_close": Said(
        "async-iteration-misuse",
        "AttributeError: 'async_generator' object has no attribute 'close'",
        main("g = get()\ng.close()", ITEMS),
    ),
    "task_itself": Said(
        "await-cycle", "RuntimeError: Task cannot await on itself", main("await asyncio.current_task()")
    ),
    "result_not_set": Said(
        "result-not-ready",
        "InvalidStateError: Result is not set.",
        main("t = asyncio.create_task(get())\nprint(t.result())", GET),
    ),
    "exception_not_set": Said(
        "result-not-ready",
        "InvalidStateError: Exception is not set.",
        main("t = asyncio.create_task(get())\nprint(t.exception())", GET),
    ),
    "set_result_twice": Said(
        "unhandled-error",
        "InvalidStateError: invalid state",
        main("f = asyncio.get_running_loop().create_future()\nf.set_result(1)\nf.set_result(2)"),
    ),
    "task_set_result": Said(
        "unhandled-error",
        "RuntimeError: Task does not support set_result operation",
        main("t = asyncio.create_task(get())\nt.set_result(1)", GET),
    ),
    "lock_release": Said("unhandled-error", "RuntimeError: Lock is not acquired.", main("asyncio.Lock().release()")),
    "lock_acquire_not_awaited": Said(
        "never-awaited",
        "RuntimeError: Lock is not acquired.",
        main("lock = asyncio.Lock()\nlock.acquire()\nlock.release()"),
    ),
    "sem_release": Said(
        "unhandled-error",
        "ValueError: BoundedSemaphore released too many times",
        main("asyncio.BoundedSemaphore(1).release()"),
    ),
    "task_done": Said(
        "unhandled-error", "ValueError: task_done() called too many times", main("asyncio.Queue().task_done()")
    ),
    "queue_empty": Said("unhandled-error", "QueueEmpty: ", main("asyncio.Queue().get_nowait()")),
    "queue_full": Said(
        "unhandled-error", "QueueFull: ", main("q = asyncio.Queue(1)\nq.put_nowait(1)\nq.put_nowait(2)")
    ),
    "cond_notify": Said(
        "unhandled-error", "RuntimeError: cannot notify on un-acquired lock", main("asyncio.Condition().notify()")
    ),
    "cond_wait": Said(
        "unhandled-error", "RuntimeError: cannot wait on un-acquired lock", main("await asyncio.Condition().wait()")
    ),
    "loop_stopped": Said(
        "unhandled-error",
        "RuntimeError: Event loop stopped before Future completed.",
        "import asyncio\nasync def main():\n    asyncio.get_running_loop().stop()\n"
        "    await asyncio.sleep(0.01)\nasyncio.run(main())\n",
    ),
    "group_finished": Said(
        "required-construct",
        "RuntimeError: is finished",
        main("async with asyncio.TaskGroup() as g:\n    pass\ng.create_task(get())", GET),
    ),
    "timeout_reentered": Said(
        "unhandled-error",
        "RuntimeError: Timeout has already been entered",
        main("t = asyncio.timeout(1)\nasync with t:\n    pass\nasync with t:\n    pass"),
    ),
    "executor_called": Said(
        "executor-misuse",
        "TypeError: 'NoneType' object is not callable",
        main("await asyncio.get_running_loop().run_in_executor(None, print('x'))"),
    ),
    "to_thread_called": Said(
        "executor-misuse", "TypeError: 'coroutine' object is not callable", main("await asyncio.to_thread(get())", GET)
    ),
    "to_thread_called_plain": Said(
        "executor-misuse", "TypeError: 'list' object is not callable", main("await asyncio.to_thread(get())", PLAIN)
    ),
    "executor_args": Said(
        "unhandled-error",
        "TypeError: BaseEventLoop.run_in_executor() missing 1 required positional argument: 'func'",
        main("await asyncio.get_running_loop().run_in_executor(get)", PLAIN),
    ),
    "threadsafe_function": Said(
        "await-non-awaitable",
        "TypeError: A coroutine object is required",
        main("asyncio.run_coroutine_threadsafe(get, asyncio.get_running_loop())", GET),
    ),
    "signal_coroutine": Said(
        "coroutine-as-callback",
        "TypeError: coroutines cannot be used with add_signal_handler()",
        main("import signal\nasyncio.get_running_loop().add_signal_handler(signal.SIGINT, get)", GET),
    ),
    "sleep_str": Said(
        "unhandled-error",
        "TypeError: '<=' not supported between instances of 'str' and 'int'",
        main("await asyncio.sleep('1')"),
    ),
    "sleep_coro": Said(
        "never-awaited",
        "TypeError: '<=' not supported between instances of 'coroutine' and 'int'",
        main("await asyncio.sleep(get())", GET),
    ),
    "await_set": Said(
        "await-non-awaitable",
        "TypeError: object NoneType can't be used in 'await' expression",
        main("await asyncio.Event().set()"),
    ),
    "async_init": Said(
        "never-awaited",
        "TypeError: __init__() should return None, not 'coroutine'",
        main("A()", "class A:\n    async def __init__(self):\n        pass\n"),
    ),
    "async_repr": Said(
        "never-awaited",
        "TypeError: __str__ returned non-string (type coroutine)",
        main("print(str(A()))", "class A:\n    async def __str__(self):\n        return 'x'\n"),
    ),
    "async_bool": Said(
        "never-awaited",
        "TypeError: __bool__ should return bool, returned coroutine",
        main("if A():\n    pass", "class A:\n    async def __bool__(self):\n        return True\n"),
    ),
    "async_key": Said(
        "coroutine-as-callback",
        "TypeError: '<' not supported between instances of 'coroutine' and 'coroutine'",
        main("sorted([1, 2], key=get)", "async def get(x):\n    return x\n"),
    ),
    "async_filter_map": Said(
        "coroutine-as-callback",
        "TypeError: unsupported operand type(s) for +: 'int' and 'coroutine'",
        main("print(sum(map(get, [1])))", "async def get(x):\n    return x\n"),
    ),
    "wait_for_str": Said(
        "unhandled-error",
        "TypeError: '<=' not supported between instances of 'str' and 'int'",
        main("await asyncio.wait_for(get(), '1')", GET),
    ),
    "runner_twice": Said(
        "unhandled-error",
        "RuntimeError: Runner is closed",
        "import asyncio\n" + GET + "with asyncio.Runner() as r:\n    pass\nr.run(get())\n",
    ),
    "await_outside_async": Said(
        "await-outside-async",
        "SyntaxError: 'await' outside async function",
        "import asyncio\ndef main():\n    await asyncio.sleep(0.01)\n",
    ),
    "await_module": Said(
        "await-outside-async", "SyntaxError: 'await' outside function", "import asyncio\nawait asyncio.sleep(0.01)\n"
    ),
    "async_for_outside": Said(
        "await-outside-async",
        "SyntaxError: 'async for' outside async function",
        "import asyncio\ndef main():\n    async for x in y:\n        pass\n",
    ),
    "async_with_outside": Said(
        "await-outside-async",
        "SyntaxError: 'async with' outside async function",
        "import asyncio\ndef main():\n    async with y:\n        pass\n",
    ),
    "async_comp_outside": Said(
        "await-outside-async",
        "SyntaxError: asynchronous comprehension outside of an asynchronous function",
        "import asyncio\ndef main():\n    return [x async for x in y]\n",
    ),
    "await_in_lambda": Said(
        "await-outside-async",
        "SyntaxError: 'await' outside async function",
        "import asyncio\nasync def main():\n    f = lambda: await asyncio.sleep(0.01)\n",
    ),
    "yield_from_inside": Said(
        "syntax-error",
        "SyntaxError: 'yield from' inside async function",
        "import asyncio\nasync def main():\n    yield from asyncio.sleep(0.01)\n",
    ),
    "return_in_asyncgen": Said(
        "syntax-error",
        "SyntaxError: 'return' with value in async generator",
        "import asyncio\nasync def main():\n    yield 1\n    return 2\n",
    ),
    "async_name": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\nasync = 5\n"),
    "asyncio_async": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\nasyncio.async(1)\n"),
    "async_lambda": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\nf = async lambda: 1\n"),
    "await_def": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\nawait def main():\n    pass\n"),
    "async_class": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\nasync class A:\n    pass\n"),
    "await_name": Said("syntax-error", "SyntaxError: invalid syntax", "import asyncio\ndef await():\n    pass\n"),
    "await_nothing": Said(
        "syntax-error", "SyntaxError: invalid syntax", "import asyncio\nasync def main():\n    await\n"
    ),
    "await_for": Said(
        "syntax-error",
        "SyntaxError: invalid syntax",
        "import asyncio\nasync def main():\n    await for x in y:\n        pass\n",
    ),
    "await_with": Said(
        "syntax-error",
        "SyntaxError: invalid syntax",
        "import asyncio\nasync def main():\n    await with y:\n        pass\n",
    ),
    "await_default": Said(
        "await-outside-async",
        "SyntaxError: 'await' outside function",
        "import asyncio\nasync def main(x=await f()):\n    pass\n",
    ),
    "async_if": Said(
        "syntax-error",
        "SyntaxError: invalid syntax",
        "import asyncio\nasync def main():\n    async if x:\n        pass\n",
    ),
    "run_function": Said(
        "await-non-awaitable",
        "ValueError: a coroutine was expected, got <function main",
        "import asyncio\nasync def main():\n    print(1)\nasyncio.run(main)\n",
    ),
    "gather_outside": Said(
        "gather-misuse",
        "ValueError: a coroutine was expected, got <",
        "import asyncio\n" + GET + "async def main():\n    print(1)\nasyncio.run(asyncio.gather(get(), get()))\n",
    ),
    "time_limit": Said("timeout-misuse", "TimeoutError: ", main("await asyncio.wait_for(asyncio.sleep(5), 0.01)")),
    "keyboard": Said("blocking-call", "EOFError: EOF when reading a line", main("print(input())")),
    "end_of_a_plain_iterator": Said(
        "async-iteration-misuse",
        "RuntimeError: coroutine raised StopIteration",
        main(
            "async for x in A():\n    print(x)",
            "class A:\n    def __aiter__(self):\n        return self\n\n"
            "    async def __anext__(self):\n        raise StopIteration\n",
        ),
    ),
    "def_async": Said(
        "syntax-error",
        "SyntaxError: invalid syntax",
        "import asyncio\n\n\ndef async main():\n    await asyncio.sleep(1)\n",
    ),
    "import_of_a_removed_name": Said(
        "import-error", "ImportError: cannot import name 'coroutine' from 'asyncio'", "from asyncio import coroutine\n"
    ),
    "import_of_what_is_not_there": Said(
        "import-error", "ModuleNotFoundError: No module named 'asyncoi'", "import asyncoi\n"
    ),
    "colon_forgotten": Said("syntax-error", "SyntaxError: expected ':'", "async def main()\n    print(1)\n"),
    "indentation": Said(
        "syntax-error",
        "IndentationError: expected an indented block after function definition on line 1",
        "async def main():\nprint(1)\n",
    ),
    "bracket_open": Said("syntax-error", "SyntaxError: '(' was never closed", "def main():\n    print((1)\n"),
    "bracket_too_many": Said("syntax-error", "SyntaxError: unmatched ')'", "async def main():\n    print(1))\n"),
    "quote_open": Said(
        "syntax-error", "SyntaxError: unterminated string literal", "async def main():\n    print('a)\n"
    ),
    "quotes_of_a_page": Said(
        "syntax-error", "SyntaxError: invalid character", "async def main():\n    print(\u201cready\u201d)\n"
    ),
    "comma_forgotten": Said(
        "syntax-error",
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?",
        "async def main():\n    print(1 2)\n",
    ),
    "assigned_to_an_await": Said(
        "syntax-error",
        "SyntaxError: cannot assign to await expression",
        "async def main(f):\n    await f() = 1\n",
    ),
}
