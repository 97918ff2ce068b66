"""Scripts, run as `grade trace` runs them: wrong ones, each with its code, `# here` on its line, and right ones."""

WRONG = {
    "two loops awaited one after the other": (
        "never-ends",
        """
        import asyncio

        async def tick(name):
            while True:
                await asyncio.sleep(1)

        async def main():
            await tick("a")  # here
            await tick("b")

        asyncio.run(main())
        """,
    ),
    "a gather that holds what has no end": (
        "never-ends",
        """
        import asyncio

        class App:
            async def listen(self):
                while True:
                    await asyncio.sleep(1)

            async def work(self):
                await asyncio.sleep(3)

            async def start(self):
                await asyncio.gather(self.listen(), self.work())  # here
                print("saved")

        loop = asyncio.new_event_loop()
        loop.run_until_complete(App().start())
        """,
    ),
    "a group that holds what has no end": (
        "never-ends",
        """
        import asyncio

        async def tick():
            while True:
                await asyncio.sleep(1)

        async def main():
            async with asyncio.TaskGroup() as group:  # here
                group.create_task(tick())
                await asyncio.sleep(3)
            print("over")

        asyncio.run(main())
        """,
    ),
    "a cancellation kept in a loop": (
        "cancel-swallowed",
        """
        import asyncio

        async def poll():
            for n in range(6):
                try:
                    await asyncio.sleep(1)
                except asyncio.CancelledError:  # here
                    print("cancel requested")

        async def main():
            task = asyncio.create_task(poll())
            await asyncio.sleep(2.5)
            task.cancel()
            await task

        asyncio.run(main())
        """,
    ),
    "a cancellation taken for a bad item": (
        "cancel-swallowed",
        """
        import asyncio

        async def work(queue):
            while True:
                try:
                    print(10 / await queue.get())
                except:  # here
                    print("something went wrong")
                finally:
                    queue.task_done()

        async def main():
            queue = asyncio.Queue()
            task = asyncio.ensure_future(work(queue))
            for n in (1, 0, 5):
                queue.put_nowait(n)
            await queue.join()
            task.cancel()
            await task

        asyncio.run(main())
        """,
    ),
    "a queue between two loops": (
        "cross-thread",
        """
        import asyncio
        import threading

        queue = asyncio.Queue()

        async def consume():
            while (item := await queue.get()) is not None:
                print(item)

        async def main():
            thread = threading.Thread(target=lambda: asyncio.run(consume()))
            thread.start()
            for item in (1, None):
                await asyncio.sleep(0.5)
                queue.put_nowait(item)  # here
            await asyncio.to_thread(thread.join)

        asyncio.run(main())
        """,
    ),
    "a worker that ended with its loop": (
        "wrong-loop",
        """
        import asyncio

        class Client:
            queue = None

            async def work(self):
                while True:
                    future, item = await self.queue.get()
                    future.set_result(item + "!")

            async def ask(self, item):
                if self.queue is None:
                    self.queue = asyncio.Queue()
                    self.worker = asyncio.create_task(self.work())
                future = asyncio.get_running_loop().create_future()
                await self.queue.put((future, item))
                return await future

        client = Client()
        print(asyncio.run(client.ask("first")))
        print(asyncio.run(client.ask("second")))  # here
        """,
    ),
    "the target of a thread": (
        "coroutine-as-callback",
        """
        import asyncio
        import threading

        async def listen(port):
            await asyncio.sleep(1)
            print("heard", port)

        threads = [threading.Thread(target=listen, args=(port,)) for port in (80, 443)]  # here
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        """,
    ),
    "the job of a scheduler of one's own": (
        "coroutine-as-callback",
        """
        import asyncio
        import sched
        import time

        async def job():
            await asyncio.sleep(1)

        scheduler = sched.scheduler(time.monotonic, time.sleep)
        scheduler.enter(1, 1, job)  # here
        scheduler.run()
        """,
    ),
    "another program that is waited for": (
        "blocking-call",
        """
        import asyncio
        import subprocess
        import sys

        async def main():
            child = subprocess.Popen([sys.executable, "-c", ""])
            child.wait()  # here

        asyncio.run(main())
        """,
    ),
    "another program that is read": (
        "blocking-call",
        """
        import asyncio
        import subprocess
        import sys

        async def main():
            child = subprocess.Popen([sys.executable, "-c", "print(1)"], stdout=subprocess.PIPE)
            for line in child.stdout:  # here
                print(line)

        asyncio.run(main())
        """,
    ),
    "tasks that a generator gives": (
        "gather-misuse",
        """
        import asyncio

        async def load(n):
            await asyncio.sleep(1)

        async def main():
            await asyncio.gather((asyncio.create_task(load(n)) for n in range(3)), return_exceptions=True)  # here

        asyncio.run(main())
        """,
    ),
    "results that were printed": (
        "result-not-returned",
        """
        import asyncio

        async def double(n):
            await asyncio.sleep(1)
            print(n * 2)  # here

        async def main():
            results = await asyncio.gather(double(1), double(2))
            print(sum(results))

        asyncio.run(main())
        """,
    ),
    "results that were printed, and None behind them": (
        "result-not-returned",
        """
        import asyncio

        async def double(n):
            await asyncio.sleep(1)
            print(n * 2)  # here

        async def main():
            print(await asyncio.gather(double(1), double(2)))

        asyncio.run(main())
        """,
    ),
    "a session closed too early": (
        "unhandled-error",
        """
        import asyncio

        class Session:
            closed = False

            async def __aenter__(self):
                return self

            async def __aexit__(self, *_):
                self.closed = True

            async def get(self, url):
                await asyncio.sleep(0.1)
                if self.closed:
                    raise RuntimeError("session is closed")

        async def fetch(session, url):
            return await session.get(url)

        async def main():
            async with Session() as session:
                tasks = [asyncio.create_task(fetch(session, url)) for url in "ab"]  # here
            await asyncio.gather(*tasks)

        asyncio.run(main())
        """,
    ),
    "one limit round all": (
        "timeout-misuse",
        """
        import asyncio

        async def check(host, seconds):
            await asyncio.sleep(seconds)
            return host

        async def main():
            try:
                print(await asyncio.wait_for(asyncio.gather(check("a", 1), check("b", 9)), 3))  # here
            except asyncio.TimeoutError:
                print("nothing")

        asyncio.run(main())
        """,
    ),
    "a plain wrapper with a clock": (
        "coroutine-not-started",
        """
        import asyncio
        import functools
        import time

        def timed(function):
            @functools.wraps(function)
            def wrapper(*args):
                start = time.perf_counter()
                result = function(*args)  # here
                print("took", time.perf_counter() - start)
                return result
            return wrapper

        @timed
        async def work():
            await asyncio.sleep(2)

        asyncio.run(work())
        """,
    ),
    "a callback that a thread calls": (
        "cross-thread",
        """
        import asyncio
        import threading

        class Device:
            def read(self, callback):
                threading.Timer(1, callback, (42,)).start()

        async def main():
            future = asyncio.get_running_loop().create_future()
            Device().read(lambda value: future.set_result(value))  # here
            print(await future)

        asyncio.run(main())
        """,
    ),
    "a plain wrapper with a clause": (
        "wrong-except",
        """
        import asyncio

        def safe(function):
            def wrapper(*args):
                try:
                    return function(*args)
                except ValueError as error:  # here
                    print("caught", error)
            return wrapper

        @safe
        async def parse(text):
            await asyncio.sleep(1)
            return int(text)

        async def main():
            print(await parse("abc"))

        asyncio.run(main())
        """,
    ),
    "a handler of Python's own": (
        "never-signalled",
        """
        import asyncio
        import signal

        stop = asyncio.Event()

        def on_signal(*_):
            stop.set()

        signal.signal(signal.SIGTERM, on_signal)  # here

        async def main():
            await stop.wait()

        asyncio.run(main())
        """,
    ),
    "a coroutine kept as an attribute": (
        "never-awaited",
        """
        import asyncio

        class Api:
            async def login(self):
                await asyncio.sleep(1)
                return "secret"

            async def start(self):
                self.token = self.login()  # here

        async def main():
            api = Api()
            await api.start()
            print("Bearer " + api.token)

        asyncio.run(main())
        """,
    ),
}

RIGHT = {
    "a callback that goes through the loop": """
        import asyncio
        import threading

        class Device:
            def __init__(self, loop):
                self.loop = loop

            def read(self, callback):
                threading.Timer(1, self.loop.call_soon_threadsafe, (callback, 42)).start()

        async def main():
            future = asyncio.get_running_loop().create_future()
            Device(asyncio.get_running_loop()).read(lambda value: future.set_result(value))
            print(await future)

        asyncio.run(main())
        """,
    "two loops that go on for ever": """
        import asyncio

        async def tick():
            while True:
                await asyncio.sleep(10)

        async def main():
            await asyncio.gather(tick(), tick())

        asyncio.run(main())
        """,
    "a service that tidies up when it is stopped": """
        import asyncio

        async def serve():
            while True:
                await asyncio.sleep(10)

        async def main():
            serving = asyncio.create_task(serve())
            try:
                await serving
            finally:
                print("stopped")

        asyncio.run(main())
        """,
    "a cancellation that ends a task": """
        import asyncio

        async def work(queue):
            try:
                while True:
                    print(await queue.get())
            except asyncio.CancelledError:
                print("worker stops")

        async def main():
            queue = asyncio.Queue()
            task = asyncio.create_task(work(queue))
            queue.put_nowait(1)
            await asyncio.sleep(1)
            task.cancel()
            await task

        asyncio.run(main())
        """,
    "a job given up, and the next one done": """
        import asyncio

        async def work(jobs):
            for seconds in jobs:
                try:
                    await asyncio.sleep(seconds)
                    print("done", seconds)
                except asyncio.CancelledError:
                    print("given up", seconds)

        async def main():
            task = asyncio.create_task(work([9, 1]))
            await asyncio.sleep(1)
            task.cancel()
            print("one given up")
            await asyncio.sleep(3)
            print(task.done())

        asyncio.run(main())
        """,
    "two loops that share nothing": """
        import asyncio
        import threading

        async def consume(queue):
            print(await queue.get())

        async def own():
            queue = asyncio.Queue()
            queue.put_nowait(1)
            await consume(queue)

        async def main():
            thread = threading.Thread(target=asyncio.run, args=(own(),))
            thread.start()
            await asyncio.to_thread(thread.join)

        asyncio.run(main())
        asyncio.run(own())
        """,
    "another program that is started": """
        import asyncio
        import subprocess
        import sys

        async def main():
            child = subprocess.Popen([sys.executable, "-c", ""])
            print(await asyncio.to_thread(child.wait))

        asyncio.run(main())
        """,
    "nothing to return, and nothing printed of it": """
        import asyncio

        async def save(n):
            await asyncio.sleep(1)
            print("saved", n)

        async def main():
            await asyncio.gather(save(1), save(2))
            print(None)

        asyncio.run(main())
        """,
    "a limit for each": """
        import asyncio

        async def check(host, seconds):
            try:
                await asyncio.wait_for(asyncio.sleep(seconds), 3)
                return host
            except asyncio.TimeoutError:
                return None

        async def main():
            print(await asyncio.gather(check("a", 1), check("b", 9)))

        asyncio.run(main())
        """,
    "a wrapper that waits, with a clock": """
        import asyncio
        import time

        def timed(function):
            async def wrapper(*args):
                start = time.perf_counter()
                try:
                    return await function(*args)
                finally:
                    print("took", time.perf_counter() - start)
            return wrapper

        @timed
        async def work():
            await asyncio.sleep(2)

        asyncio.run(work())
        """,
    "tasks that the block waits for": """
        import asyncio
        import contextlib

        @contextlib.asynccontextmanager
        async def opened():
            yield "session"

        async def fetch(session):
            await asyncio.sleep(1)
            raise OSError("no")

        async def main():
            async with opened() as session:
                tasks = [asyncio.create_task(fetch(session)) for _ in range(2)]
                print(await asyncio.gather(*tasks, return_exceptions=True))

        asyncio.run(main())
        """,
}
