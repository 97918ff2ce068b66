"""Checks of 22_tcp_client: ask three servers at once."""

from grader import any_order, anything, call, points, service

NAMES = ("tea", "coffee", "milk")

GIVEN = '''
import asyncio
from contextlib import asynccontextmanager


async def arrives():
    """A client has connected."""


async def quote(name):
    """Return the answer to a question."""


async def halfway():
    """Half of an answer has gone: the rest comes by itself, as it may on any network."""


async def leaves():
    """A client has closed its connection."""


async def answer_questions(reader, writer):
    try:
        await arrives()
        while (line := await reader.readline()).endswith(b"\\n"):
            answer = f"{await quote(line.decode().strip())}\\n".encode()
            writer.write(answer[: len(answer) // 2])
            await halfway()
            writer.write(answer[len(answer) // 2 :])
            await writer.drain()
        await leaves()
    finally:
        writer.close()


@asynccontextmanager
async def quote_server():
    connections = set()

    async def connected(reader, writer):
        connection = asyncio.create_task(answer_questions(reader, writer))
        connections.add(connection)
        await asyncio.wait([connection])

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
'''


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for tea, coffee and milk, once each"""
    run = await submission.run("main", replace={"task": service(seconds=1, returns="an answer")}, may_raise=True)

    assert run.calls("task") == any_order(*(call(name, anything) for name in NAMES))


@points(3, depends=test_main_calls_task)
async def test_task_asks_and_returns_the_answer(submission, rng):
    """`task` asks the server for its name, and returns the answer without the newline, however long that takes"""
    for name, seconds in zip((rng.choice(NAMES), rng.name()), rng.delays(2), strict=True):
        answer = f"{name} costs {rng.number()}"
        run = await submission.run("scenario:one_question", name, **_server({name: seconds}, {name: answer}))

        assert run.returned == answer
        assert run.calls("given.quote") == [call(name, at=0)]


@points(2, depends=test_task_asks_and_returns_the_answer)
async def test_task_closes_its_connection(submission, rng):
    """`task` closes its connection when it has its answer"""
    name, seconds = rng.name(), rng.delay()
    run = await submission.run("scenario:one_question", name, **_server({name: seconds}, {name: rng.name()}))

    assert run.calls("given.arrives") == [call(at=0)]
    assert run.calls("given.leaves") == [call(at=seconds)]


@points(2, depends=test_main_calls_task)
async def test_asks_all_at_the_same_time(submission, rng):
    """`main` asks all three questions at the same time, each over a connection of its own"""
    times = dict(zip(NAMES, rng.delays(3), strict=True))
    run = await submission.run("main", **_server(times, dict(zip(NAMES, rng.names(3), strict=True))))

    assert run.calls("given.quote") == any_order(*(call(name, at=0) for name in NAMES))
    assert run.calls("given.arrives") == [call(at=0)] * 3
    assert run.duration == max(times.values())


@points(2, depends=test_main_calls_task)
async def test_prints_the_answers_in_order(submission, rng):
    """`main` prints the answers for tea, coffee and milk in this order, whatever they are and take"""
    for slowest in NAMES:
        times = dict(zip(NAMES, rng.delays(3), strict=True)) | {slowest: 9}
        answers = dict(zip(NAMES, rng.names(3), strict=True))
        tasks = service(seconds=lambda name, port, t=times: t[name], returns=lambda name, port, a=answers: a[name])
        run = await submission.run("main", replace={"task": tasks})

        assert run.output.texts == list(answers.values())
        assert run.duration == 9


@points(1, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines, ends at t=3, and prints nothing else"""
    run = await submission.run("main")

    assert run.output.texts == ["tea costs 3", "coffee costs 4", "milk costs 2"]
    assert run.duration == 3


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left open or unfinished"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _server(times, answers):
    """Put another `given.py` in place, whose server takes these times and gives these answers, in two pieces."""
    quote = service(seconds=lambda name: times.get(name, 1), returns=lambda name: answers.get(name, "nothing"))
    return {
        "given": GIVEN,
        "replace": {
            "given.arrives": service(),
            "given.quote": quote,
            "given.halfway": service(),
            "given.leaves": service(),
        },
    }
