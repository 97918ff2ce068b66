"""What a run may reach: servers of its own, and nothing else. Real listeners outside must not notice it."""

import errno
import select
import socket
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pytest

from grader.diagnosis import diagnose
from grader.model import (
    Blocked,
    Deadlocked,
    LeftBehind,
    Limits,
    Network,
    NotSimulated,
    Place,
    Raised,
    RealTime,
    ResourceLeftOpen,
    Returned,
)

from ..diagnosis.programs import evidence
from .programs import FILE, printed, texts

SERVER = """
import asyncio, http.client, socket, urllib.request
async def shout(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
async def serve():
    return await asyncio.start_server(shout, "127.0.0.1", 0)
def port_of(server):
    return server.sockets[0].getsockname()[1]
"""


def program(body: str) -> str:
    """Put a body into `main`, behind a server; its first line is line 15."""
    return (
        SERVER
        + "async def main():\n    server = await serve()\n"
        + textwrap.indent(textwrap.dedent(body).strip(), "    ")
    )


FIRST = 15


# --- in virtual time, in a runner ---


def test_streams_talk_in_virtual_time(run):
    """Two clients at once, a second each, both ways to start a runner."""
    finished = run(
        program("""
        async def ask(name):
            reader, writer = await asyncio.open_connection("localhost", port_of(server))
            writer.write(name + b"\\n")
            print((await reader.readline()).decode().strip())
            writer.close()
        await asyncio.gather(ask(b"a"), ask(b"b"))
        server.close()
        """)
    )
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [(1.0, "A"), (1.0, "B")]
    assert not left_open(finished)


def test_a_job_sets_the_latency(quick):
    """A round trip to connect, one there and one back for the line."""
    finished = quick(
        program("""
        reader, writer = await asyncio.open_connection("localhost", port_of(server))
        writer.write(b"a\\n")
        await reader.readline()
        writer.close()
        server.close()
        """),
        network=Network(latency_ns=50_000_000),
    )
    assert finished.trace.duration_ns == 1_200_000_000


DATAGRAMS = """
import asyncio
class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, addr):
        asyncio.get_running_loop().call_later(1, self.transport.sendto, data.upper(), addr)
class Ask(asyncio.DatagramProtocol):
    def __init__(self):
        self.answer = asyncio.get_running_loop().create_future()
    def datagram_received(self, data, addr):
        self.answer.set_result(data.decode())
async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 9000))
    client, asking = await loop.create_datagram_endpoint(Ask, remote_addr=("127.0.0.1", 9000))
    client.sendto(b"tea")
    print(await asking.answer)
    client.close()
    server.close()
"""
UNIX = """
import asyncio, os
async def answer(reader, writer):
    await asyncio.sleep(1)
    writer.write((await reader.readline()).upper())
    writer.close()
async def main():
    async with await asyncio.start_unix_server(answer, "app.sock"):
        reader, writer = await asyncio.open_unix_connection("app.sock")
        writer.write(b"tea\\n")
        print((await reader.readline()).decode().strip())
        writer.close()
    os.unlink("app.sock") if os.path.exists("app.sock") else None
"""


@pytest.mark.parametrize("source", [DATAGRAMS, UNIX], ids=["datagrams", "a Unix socket"])
def test_other_sockets_talk_in_virtual_time_too(run, source):
    """In the folder of the run, confined, as everything here is; neither is real, so the time is exact."""
    finished = run(source, data={"a.txt": b""})
    assert (finished.trace.outcome, printed(finished)) == (Returned(), [(1.0, "TEA")])
    assert not any(isinstance(event, RealTime | NotSimulated) for event in finished.trace.events)


def test_a_request_without_its_newline_ends_as_a_deadlock_at_once(quick):
    """The client waits for an answer, the server for the rest of the line, and nothing else is under way."""
    finished = quick(
        program("""
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"tea")
        await reader.readline()
        """),
        limits=Limits(wall_seconds=60),
    )
    assert isinstance(finished.trace.outcome, Deadlocked)
    client, server = finished.trace.outcome.waiters
    assert (client.awaiting, client.place) == ("StreamReader.readline()", Place(FILE, FIRST + 2))
    assert (client.length, server.length) == (0, len(b"tea"))


def test_a_connection_costs_the_program_no_thread(quick):
    """Names are answered on the spot: nothing on the timeline that the program did not do."""
    finished = quick(
        program("""
        reader, writer = await asyncio.open_connection("localhost", port_of(server))
        writer.close()
        server.close()
        """)
    )
    assert not [event for event in finished.trace.events if type(event).__name__ in ("ThreadStarted", "Blocked")]


# --- left open ---


def left_open(finished):
    events = [event for event in finished.trace.events if isinstance(event, ResourceLeftOpen)]
    return [(event.what, event.place.line if event.place else None) for event in events]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("r, w = await asyncio.open_connection('127.0.0.1', port_of(server))\nw.close()\nserver.close()", []),
        ("server.close()\nawait server.wait_closed()", []),
        ("async with server:\n    pass", []),
        ("pass", [("a server", 10)]),
        (
            "await asyncio.open_connection('127.0.0.1', port_of(server))\nawait asyncio.sleep(1)\nserver.close()",
            [("a connection", FIRST)],
        ),
        (
            "kept = globals()['kept'] = await asyncio.open_connection('127.0.0.1', port_of(server))\nserver.close()",
            [("a connection", FIRST)],
        ),
        ("sock = socket.socket()\nsock.bind(('127.0.0.1', 0))\nsock.listen()\nserver.close()", [("a server", 17)]),
    ],
    ids=["all closed", "waited for", "async with", "server", "connection", "connection that is kept", "socket"],
)
def test_what_was_never_closed_is_told_with_the_line_that_opened_it(quick, body, expected):
    """Closed by garbage collection is not closed by the program."""
    finished = quick(program(body))
    assert finished.trace.outcome == Returned()
    assert left_open(finished) == expected


# --- blocking calls on the loop's thread ---


@pytest.mark.parametrize(
    ("body", "calls", "error"),
    [
        (
            "with socket.create_connection(('127.0.0.1', port_of(server))) as sock:\n    sock.recv(9)",
            [("socket.create_connection()", FIRST), ("socket.recv()", FIRST + 1)],
            "TimeoutError",
        ),
        (
            "with socket.socket() as sock:\n    sock.connect(('127.0.0.1', port_of(server)))\n    sock.recv(9)",
            [("socket.connect()", FIRST + 1), ("socket.recv()", FIRST + 2)],
            "TimeoutError",
        ),
        (
            "with socket.create_server(('127.0.0.1', 0)) as sock:\n    sock.accept()",
            [("socket.accept()", FIRST + 1)],
            "TimeoutError",
        ),
        (
            "urllib.request.urlopen(f'http://127.0.0.1:{port_of(server)}/')",
            [("urllib.request.urlopen()", FIRST)],
            "TimeoutError",
        ),
        ("urllib.request.urlopen('http://example.com/')", [("urllib.request.urlopen()", FIRST)], "URLError"),
        (
            "c = http.client.HTTPConnection('127.0.0.1', port_of(server))\nc.request('GET', '/')\nc.getresponse()",
            [("HTTPConnection.request()", FIRST + 1), ("HTTPConnection.getresponse()", FIRST + 2)],
            "TimeoutError",
        ),
        ("socket.getaddrinfo('example.com', 80)", [("socket.getaddrinfo()", FIRST)], "gaierror"),
        ("socket.gethostbyname('example.com')", [("socket.gethostbyname()", FIRST)], "gaierror"),
    ],
)
def test_a_call_that_blocks_the_loop_is_recorded_and_ends(quick, zygote, body, calls, error):
    """With the call that the learner wrote, and its line; the diagnosis names it first."""
    finished = quick(program(body))
    outcome = finished.trace.outcome
    assert isinstance(outcome, Raised)
    assert outcome.error == error
    blocked = [event for event in finished.trace.events if isinstance(event, Blocked)]
    assert [(event.what, event.place) for event in blocked] == [(what, Place(FILE, line)) for what, line in calls]
    first = diagnose(evidence(zygote, program(body), program("server.close()")))[0]
    assert (first.code, first.line) == ("blocking-call", calls[0][1])


def test_a_blocking_client_of_a_library_is_recorded(zygote):
    """`requests` on the loop's thread, called by its own name."""
    pytest.importorskip("requests")
    from grader.runner import run, start

    from .programs import job

    backend = start("fork", welcome=["requests"])
    body = "import requests\nrequests.get(f'http://127.0.0.1:{port_of(server)}/')"
    finished = run(backend.start(), job(program(body), limits=Limits()))
    backend.close()
    blocked = [event for event in finished.trace.events if isinstance(event, Blocked)]
    assert [(event.what, event.place) for event in blocked] == [("requests.get()", Place(FILE, FIRST + 1))]


def test_a_blocking_client_in_a_thread_is_no_blocking_call(quick):
    """As it should be done: the loop goes on, and serves it."""
    finished = quick(
        program("""
        def ask(port):
            with socket.create_connection(("127.0.0.1", port)) as sock:
                sock.sendall(b"tea\\n")
                return sock.recv(9)
        print(await asyncio.gather(*(asyncio.to_thread(ask, port_of(server)) for _ in range(3))))
        server.close()
        """)
    )
    assert printed(finished) == [(1.0, "[b'TEA\\n', b'TEA\\n', b'TEA\\n']")]
    assert not [event for event in finished.trace.events if isinstance(event, Blocked)]


# --- nothing leaves ---


@pytest.fixture
def outside():
    """Listen on this machine, outside of any runner, for connections and for datagrams."""
    family = [socket.AF_INET, socket.AF_INET6] if socket.has_ipv6 else [socket.AF_INET]
    listeners = []
    for each in family:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            listener = socket.socket(each, kind)
            try:
                port = listeners[0].getsockname()[1] if listeners else 0
                listener.bind(("127.0.0.1" if each == socket.AF_INET else "::1", port))
            except OSError:
                listener.close()
                continue
            if kind == socket.SOCK_STREAM:
                listener.listen()
            listeners.append(listener)

    def noticed() -> bool:
        ready, _, _ = select.select(listeners, [], [], 0)
        for listener in ready:
            if listener.type == socket.SOCK_STREAM:
                listener.accept()[0].close()
            else:
                listener.recv(100)
        return bool(ready)

    yield SimpleNamespace(port=listeners[0].getsockname()[1], noticed=noticed)
    for listener in listeners:
        listener.close()


WAYS = {
    "open_connection": "await asyncio.open_connection('127.0.0.1', PORT)",
    "IPv6": "await asyncio.open_connection('::1', PORT)",
    "any address": "await asyncio.open_connection('0.0.0.0', PORT)",
    "create_connection": "await asyncio.get_running_loop().create_connection(asyncio.Protocol, 'localhost', PORT)",
    "a loop of one's own": (
        "loop = asyncio.SelectorEventLoop()\n"
        "    await asyncio.to_thread(loop.run_until_complete, asyncio.open_connection('127.0.0.1', PORT))"
    ),
    "sock_connect": (
        "sock = socket.socket()\n    sock.setblocking(False)\n"
        "    await asyncio.get_running_loop().sock_connect(sock, ('127.0.0.1', PORT))"
    ),
    "socket.create_connection": "socket.create_connection(('127.0.0.1', PORT), 1)",
    "connect": "socket.socket().connect(('127.0.0.1', PORT))",
    "connect_ex": (
        "sock = socket.socket()\n    sock.setblocking(False)\n    print(sock.connect_ex(('127.0.0.1', PORT)))\n"
        "    await asyncio.sleep(0.1)"
    ),
    "in a thread": "await asyncio.to_thread(socket.create_connection, ('127.0.0.1', PORT), 1)",
    "_socket": "import _socket\n    _socket.socket().connect(('127.0.0.1', PORT))",
    "the original class": "socket.socket.__mro__[-3]().connect(('127.0.0.1', PORT))",
    "SSLSocket": (
        "import ssl\n    context = ssl._create_unverified_context()\n"
        "    sock = context.wrap_socket(socket.socket(), do_handshake_on_connect=False)\n"
        "    sock.settimeout(1)\n    sock.connect(('127.0.0.1', PORT))"
    ),
    "http.client": "http.client.HTTPConnection('127.0.0.1', PORT, timeout=1).request('GET', '/')",
    "urllib": "urllib.request.urlopen('http://127.0.0.1:PORT/', timeout=1)",
    "sendto": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', PORT))",
    "datagrams of C": (
        "import _socket\n    _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', PORT))"
    ),
    "sendmsg": (
        "import _socket\n    sock = _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)\n"
        "    sock.sendmsg([b'x'], [], 0, ('127.0.0.1', PORT))"
    ),
    "datagram endpoint": (
        "transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(\n"
        "        asyncio.DatagramProtocol, remote_addr=('127.0.0.1', PORT))\n    transport.sendto(b'x')"
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_reaches_a_listener_outside(quick, outside, way):
    """Control: the same lines, run by a plain Python, do reach it."""
    source = "import asyncio, http.client, socket, urllib.request\nasync def main():\n    "
    source += WAYS[way].replace("PORT", str(outside.port)) + "\n"
    plain = f"{source}asyncio.run(asyncio.wait_for(main(), 1))"
    subprocess.run([sys.executable, "-c", plain], capture_output=True, timeout=60, check=False)
    if not outside.noticed():
        assert "::1" in WAYS[way], "the control must reach the listener"
        pytest.skip("this machine has no IPv6")
    finished = quick(source, limits=Limits())
    assert not outside.noticed()
    told = [event for event in finished.trace.events if isinstance(event, NotSimulated)]
    assert isinstance(finished.trace.outcome, Raised) or texts(finished) == [str(errno.ECONNREFUSED)] or told


@pytest.mark.parametrize(
    "address", [("AF_INET", ("0.0.0.0", 0)), ("AF_INET", ("192.0.2.7", 0)), ("AF_INET6", ("::", 0))], ids=str
)
def test_no_port_of_the_machine_is_ever_opened(unconfined, address):
    """By the class of C, below the network in memory, binding is refused, also where nothing else would."""
    family, name = address
    finished = unconfined(f"import _socket\nasync def main():\n    _socket.socket(_socket.{family}).bind({name})\n")
    assert isinstance(finished.trace.outcome, Raised)
    assert "a run reaches only the servers that it starts itself" in finished.trace.outcome.message


@pytest.mark.parametrize("function", ["getaddrinfo('example.com', 80)", "gethostbyname('example.com')"])
@pytest.mark.parametrize("module", ["socket", "_socket"])
def test_no_name_server_is_asked(quick, module, function):
    """The seal refuses what goes round the names in memory."""
    finished = quick(f"import {module}\nasync def main():\n    {module}.{function}\n")
    assert isinstance(finished.trace.outcome, Raised)
    assert finished.trace.outcome.error == "gaierror"


@pytest.mark.parametrize("arguments", ["socket.AF_INET, socket.SOCK_RAW", "socket.AF_PACKET", "socket.AF_NETLINK"])
def test_other_kinds_of_sockets_are_refused(quick, arguments):
    """Raw packets, and talk with the kernel."""
    if not hasattr(socket, arguments.partition(".")[2].partition(",")[0]):
        pytest.skip("this platform has no such sockets")
    finished = quick(f"import socket\nasync def main():\n    socket.socket({arguments})\n")
    assert isinstance(finished.trace.outcome, Raised)
    assert finished.trace.outcome.error == "PermissionError"


def test_a_servers_handler_is_no_task_that_the_program_left(run):
    """asyncio made it, and at the end it has not yet seen that the client is gone; a task of the program's counts."""
    source = (
        "import asyncio\n"
        "async def echo(reader, writer):\n"
        "    while data := await reader.readline():\n"
        "        writer.write(data)\n"
        "    writer.close()\n"
        "async def main():\n"
        "    server = await asyncio.start_server(echo, '127.0.0.1', 0)\n"
        "    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())\n"
        "    writer.write(b'x\\n')\n"
        "    await reader.readline()\n"
        "    writer.close()\n"
        "    server.close()\n"
    )
    assert [event for event in run(source).trace.events if isinstance(event, LeftBehind)] == []
    own = run(source + "    own = asyncio.create_task(asyncio.sleep(1))\n")
    assert [event.awaiting for event in own.trace.events if isinstance(event, LeftBehind)] == ["asyncio.sleep(1)"]
