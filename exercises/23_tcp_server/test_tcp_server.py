"""Checks of 23_tcp_server: serve many clients at once."""

from grader import any_order, anything, at, call, points, service

GIVEN = '''
import asyncio
from contextlib import suppress


async def say(client, number):
    """Return the number-th line that a client sends, nothing when it has no more to say."""


async def halfway(client):
    """Half of a line has gone: the rest comes by itself, as it may on any network."""


async def hear(client, answer):
    """A client has an answer."""


async def end(client):
    """A client saw the server close."""


async def client(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    try:
        while line := await say(name, len(answers)):
            sent = f"{{line}}\\n".encode()
            writer.write(sent[: len(sent) // 2])
            await halfway(name)
            writer.write(sent[len(sent) // 2 :])
            await writer.drain()
            if not (answer := await reader.readline()):
                break
            answers.append(answer.decode().removesuffix("\\n"))
            await hear(name, answers[-1])
        with suppress(OSError):
            writer.write_eof()
            await asyncio.wait_for(reader.read(), 1)
            await end(name)
    finally:
        writer.close()
    return answers


async def clients(port):
    answers = await asyncio.gather(*(client(port, name) for name in {names}))
    return [answer for of_one_client in answers for answer in of_one_client]
'''


@points(1)
async def test_main_runs_the_clients(submission):
    """`main` runs the clients, once"""
    run = await submission.run("main", replace={"given.clients": service(seconds=1, returns=[])}, may_raise=True)

    assert run.calls("given.clients") == [call(anything)]


@points(3, depends=test_main_runs_the_clients)
async def test_task_answers_each_line(submission, rng):
    """`task` answers each line in upper case, 1 second after it came, however many lines come"""
    for count in (1, 2, 5):
        name, lines, pause = rng.name(), rng.names(count), rng.choice((0.25, 0.5, 0.75))
        run = await submission.run("scenario:conversation", **_clients({name: lines}, pause))

        due = [(n + 1) * (pause + 1) for n in range(count)]
        assert run.calls("given.hear") == [
            call(name, line.upper(), at=time) for line, time in zip(lines, due, strict=True)
        ]


@points(2, depends=test_task_answers_each_line)
async def test_task_closes_when_the_client_does(submission, rng):
    """`task` closes its side as soon as the client has closed, whatever came before"""
    for count in (0, 1, 3):
        name, pause = rng.name(), rng.choice((0.25, 0.5, 0.75))
        run = await submission.run("scenario:conversation", **_clients({name: rng.names(count)}, pause))

        assert run.calls("given.end") == [call(name, at=count * (pause + 1) + pause)]


@points(2, depends=test_main_runs_the_clients)
async def test_serves_all_at_the_same_time(submission, rng):
    """All clients are served at the same time, and `main` ends when the last one has gone"""
    lines = {name: rng.names(2) for name in rng.names(4)}
    run = await submission.run("main", **_clients(lines))

    assert run.calls("given.hear") == any_order(
        *(call(name, line.upper(), at=n + 1) for name in lines for n, line in enumerate(lines[name]))
    )
    assert run.duration == 2


@points(2, depends=test_main_runs_the_clients)
async def test_prints_what_the_clients_return(submission, rng):
    """`main` prints each line that the clients return, in their order, and nothing else"""
    for count in (6, 1, 9):
        lines, seconds = rng.names(count), rng.delay()
        clients = service(seconds=seconds, returns=lines)
        run = await submission.run("main", replace={"given.clients": clients})

        assert run.output == [at(seconds, *lines)]


@points(1, depends=test_main_runs_the_clients)
async def test_asks_for_any_free_port(submission, rng):
    """`main` takes any port that is free: where another program has one, it takes another"""
    clients = {"given.clients": service(seconds=1, returns=rng.names(3))}
    run = await submission.run("main", replace=clients)
    ((port,),) = run.calls("given.clients").arguments
    run = await submission.run("scenario:port_is_taken", port, replace=clients, may_raise=True)

    assert run.calls("given.clients") == [call(anything)]


@points(1, depends=test_main_runs_the_clients)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines at t=2, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(2, "GOOD MORNING", "A TEA, PLEASE", "HELLO", "ANY NEWS?", "IS IT RAINING?", "GOOD BYE"),
    ]
    assert run.duration == 2


@points(0, depends=test_main_runs_the_clients, evidence="reported")
async def test_closes_the_server(submission):
    """`main` leaves nothing open and nothing unfinished"""
    run = await submission.run("main")

    assert run.left_behind == []


@points(0, depends=test_main_runs_the_clients, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, and nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []


def _clients(lines, pause=0):
    """Put another `given.py` in place, whose clients send these lines in two pieces, by name, and pause before each."""
    said = service(seconds=pause, returns=lambda client, number: dict(enumerate(lines.get(client, ()))).get(number, ""))
    return {
        "given": GIVEN.format(names=list(lines)),
        "replace": {
            "given.say": said,
            "given.halfway": service(),
            "given.hear": service(),
            "given.end": service(),
        },
    }
