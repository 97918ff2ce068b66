"""Right programs that look like a mistake: each one keeps what the wrong form of it breaks."""

HEAD = "import asyncio\nimport contextlib\nimport io\nimport queue\nimport sys\nimport threading\n\n\n"

STREAMS = {
    "at_eof": """
        while not reader.at_eof():
            writer.write(await reader.readline())
""",
    "read_in_the_condition": """
        while (line := await reader.readline()) != b"":
            writer.write(line)
""",
    "length": """
        while True:
            line = await reader.read(100)
            if len(line) == 0:
                break
            writer.write(line)
""",
    "decoded_first": """
        message = "?"
        while message:
            message = (await reader.readline()).decode()
            writer.write(message.encode())
""",
    "within_a_time_limit": """
        while True:
            line = await asyncio.wait_for(reader.readline(), 60)
            if line.strip() in (b"", b"quit"):
                return writer.close()
            writer.write(line)
""",
    "a_name_for_the_end": """
        END = b""
        line = None
        while line != END:
            line = await reader.readline()
            writer.write(line)
""",
    "exactly": """
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                writer.write(await reader.readexactly(6))
""",
    "line_by_line": """
        async for line in reader:
            writer.write(line)
""",
}
"""Bodies of a server's handler, which notice the end of what is sent to it."""

SERVER = """
class Echo:
    async def handle(self, reader, writer):
{body}
        await asyncio.sleep(0.1)
        writer.close()


async def main():
    server = await asyncio.start_server(Echo().handle, "127.0.0.1", 7000)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
        writer.write(b"hello\\n")
        await asyncio.sleep(1)
        writer.write_eof()
        print(await reader.read())
        writer.close()
"""

PROGRAMS = {
    "thread_with_a_loop_of_its_own": """
def work(results):
    async def inside():
        ready = asyncio.Event()
        asyncio.get_running_loop().call_later(1, ready.set)
        await ready.wait()
        results.append(1)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(inside())
    loop.close()


async def main():
    results = []
    await asyncio.gather(asyncio.to_thread(work, results), asyncio.sleep(1), asyncio.sleep(1))
    print(results)
""",
    "thread_with_a_loop_that_it_is_given": """
def work(loop):
    loop.call_soon(print, "in the thread")
    loop.run_until_complete(asyncio.sleep(1))
    loop.close()


async def main():
    worker = threading.Thread(target=work, args=(asyncio.new_event_loop(),))
    worker.start()
    await asyncio.gather(asyncio.sleep(2), asyncio.sleep(2))
    worker.join()
    print("over")
""",
    "event_of_threads": """
ready = threading.Event()


async def main():
    threading.Timer(1, ready.set).start()
    await asyncio.to_thread(ready.wait)
    print("ready")
""",
    "queue_of_threads": """
class Feeder(threading.Thread):
    def __init__(self, items):
        super().__init__()
        self.items = items

    def run(self):
        for n in (1, 2):
            self.items.put_nowait(n)


async def main():
    items = queue.Queue()
    feeder = Feeder(items)
    feeder.start()
    await asyncio.to_thread(feeder.join)
    print(items.get_nowait(), items.get_nowait())
""",
    "callback_handed_to_the_loop": """
async def main():
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()

    def work():
        loop.call_soon_threadsafe(lambda: ready.set())

    worker = threading.Thread(target=work)
    worker.start()
    await ready.wait()
    await asyncio.to_thread(worker.join)
    print("ready")
""",
    "set_by_the_loop_after_a_thread": """
async def main():
    ready = asyncio.Event()

    def count():
        return sum(range(10))

    async def then_set():
        print(await asyncio.to_thread(count))
        ready.set()

    await asyncio.gather(then_set(), ready.wait())
""",
    "exception_clause_that_a_cancellation_goes_by": """
async def work():
    try:
        await asyncio.sleep(9)
    except Exception:
        print("failed")


async def main():
    worker = asyncio.create_task(work())
    await asyncio.sleep(1)
    worker.cancel()
    await asyncio.wait([worker])
    print(worker.cancelled())
""",
    "clause_of_a_class_above": """
class Missing(LookupError):
    pass


async def fetch():
    await asyncio.sleep(1)
    raise Missing("page")


async def main():
    try:
        await fetch()
    except (OSError, LookupError) as error:
        print(repr(error))
""",
    "inner_clause_passed_and_outer_one_meant": """
async def fetch():
    try:
        await asyncio.sleep(1)
        raise ValueError("page")
    except OSError:
        return None


async def main():
    try:
        await fetch()
    except ValueError as error:
        print(error)
""",
    "generator_with_nothing_to_close": """
async def numbers():
    n = 0
    while True:
        await asyncio.sleep(1)
        yield n
        n += 1


async def main():
    async for n in numbers():
        if n == 2:
            break
    print(n)
""",
    "generator_run_to_its_end": """
async def numbers():
    try:
        for n in range(3):
            await asyncio.sleep(1)
            yield n
    finally:
        print("closed")


async def main():
    stream = numbers()
    async for n in stream:
        if n > 5:
            break
    print(n)
""",
    "generator_left_by_a_cancellation": """
async def numbers():
    try:
        while True:
            await asyncio.sleep(1)
            yield 1
    finally:
        pass


async def add():
    async for n in numbers():
        await asyncio.sleep(n)


async def main():
    adding = asyncio.create_task(add())
    await asyncio.sleep(1.5)
    adding.cancel()
    await asyncio.wait([adding])
    print("over")
""",
    "closed_by_another_function": """
def leave(writer):
    writer.close()


async def handle(reader, writer):
    print(await reader.readline())
    leave(writer)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 7000)
    _, writer = await asyncio.open_connection("127.0.0.1", 7000)
    writer.write(b"hello\\n")
    await asyncio.sleep(1)
    leave(writer)
    server.close()
""",
    "items_collected_for_their_number": """
async def items():
    for n in (3, 1, 2):
        await asyncio.sleep(1)
        yield n


async def main():
    found = [n async for n in items()]
    print(len(found), "items:", *sorted(found))
""",
    "parameter_with_a_value_where_none_is_given": """
async def wait(name, gate):
    if gate is None:
        gate = asyncio.Event()
        gate.set()
    await gate.wait()
    print(name)


async def main():
    await wait("a", None)
""",
    "short_output_waited_for": """
# allows: subprocesses
async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('short')", stdout=asyncio.subprocess.PIPE
    )
    await child.wait()
    print(await child.stdout.read())
""",
    "output_that_nobody_wants": """
# allows: subprocesses
async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('x' * 1_000_000)", stdout=asyncio.subprocess.DEVNULL
    )
    print(await child.wait())
""",
} | {name: SERVER.format(body=body.strip("\n")) for name, body in STREAMS.items()}
