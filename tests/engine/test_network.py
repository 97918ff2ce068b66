"""The network in memory: asyncio's streams, protocols and sockets against each other, in virtual time."""

import _thread
import asyncio
import errno
import gc
import http.client
import os
import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from grader.engine.network import hosts
from grader.engine.network.network import Inside
from grader.engine.network.ports import FIRST_PORT
from grader.engine.virtual.turns import Deadlock

from .network import run

pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
"""Programs that leave things open are among those under test."""


@pytest.fixture(scope="module", autouse=True)
def nothing_left():
    """What the programs left open ends here, and not while Python reads a module for another test."""
    yield
    gc.collect()


def port_of(server):
    return server.sockets[0].getsockname()[1]


async def shout(reader, writer):
    """Answer every line in capitals, a second after it came."""
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def ask(port, *lines, host="127.0.0.1"):
    """Send lines one after the other; return what came back."""
    reader, writer = await asyncio.open_connection(host, port)
    answers = []
    for line in lines:
        writer.write(line + b"\n")
        answers.append((await reader.readline()).strip())
    writer.close()
    await writer.wait_closed()
    return answers


# --- streams in virtual time ---


def test_five_clients_are_served_at_once_in_exactly_the_time_of_one():
    """Each answer takes a second; all of them take one, to the nanosecond."""

    async def main():
        async with await asyncio.start_server(shout, "127.0.0.1", 0) as server:
            answers = await asyncio.gather(*(ask(port_of(server), b"%d" % number) for number in range(5)))
            server.close()
        return answers

    ran = run(main)
    assert ran.value == [[b"%d" % number] for number in range(5)]
    assert ran.end == 1.0


def test_much_more_than_a_buffer_arrives_whole_and_in_order():
    """Five million bytes, in both directions, in no time."""
    data = bytes(range(256)) * 20_000

    async def echo(reader, writer):
        writer.write(await reader.read())
        writer.close()

    async def main():
        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(data)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        server.close()
        return answer == data

    assert run(main)[:2] == (True, 0.0)


def test_a_reader_that_takes_its_time_holds_the_writer_up():
    """`drain` waits while the other end does not read."""

    async def slow(reader, writer):
        await asyncio.sleep(3)
        await reader.read()
        writer.close()

    async def main():
        server = await asyncio.start_server(slow, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"x" * 2**20)
        await writer.drain()
        drained = asyncio.get_running_loop().time()
        writer.close()
        server.close()
        return drained

    assert run(main).value == 3.0


def test_protocols_and_transports_work_as_on_a_machine():
    """`create_server` and `create_connection`, with names, half-close, and the end of both."""
    seen = []

    class Server(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport

        def data_received(self, data):
            self.transport.write(data[::-1])

        def eof_received(self):
            self.transport.write(b"!")

    class Client(asyncio.Protocol):
        def __init__(self, done):
            self.done = done

        def data_received(self, data):
            seen.append(data)

        def connection_lost(self, error):
            self.done.set_result(error)

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(Server, "127.0.0.1", 0)
        done = loop.create_future()
        transport, _ = await loop.create_connection(lambda: Client(done), "127.0.0.1", port_of(server))
        transport.write(b"abc")
        await asyncio.sleep(1)
        transport.write_eof()
        error = await done
        server.close()
        await server.wait_closed()
        return error

    assert run(main)[:2] == (None, 1.0)
    assert seen == [b"cba", b"!"]


def test_raw_sockets_work_with_the_loops_own_calls():
    """`sock_accept`, `sock_connect`, `sock_recv`, `sock_recv_into`, `sock_sendall`."""

    async def serve(listener):
        loop = asyncio.get_running_loop()
        connection, address = await loop.sock_accept(listener)
        with connection:
            await loop.sock_sendall(connection, (await loop.sock_recv(connection, 100)).upper())
        return address

    async def main():
        loop = asyncio.get_running_loop()
        with socket.socket() as listener, socket.socket() as client:
            for sock in (listener, client):
                sock.setblocking(False)
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            serving = asyncio.create_task(serve(listener))
            await loop.sock_connect(client, listener.getsockname())
            await loop.sock_sendall(client, b"hello")
            buffer = bytearray(10)
            count = await loop.sock_recv_into(client, buffer)
            return bytes(buffer[:count]), await serving == client.getsockname(), await loop.sock_recv(client, 10)

    assert run(main).value == (b"HELLO", True, b"")


def certificates():
    """Return CPython's own test certificate, and who signed it; Debian packages its tests apart."""
    tests = pytest.importorskip("test")
    found = [path for name in ("keycert3.pem", "pycacert.pem") for path in Path(tests.__path__[0]).rglob(name)]
    if len(found) != 2:
        pytest.skip("this Python comes without its tests")
    return found


@pytest.mark.parametrize("later", [False, True], ids=["from the start", "start_tls"])
def test_tls_works_from_the_start_and_later(later):
    """A connection is encrypted at once, or upgraded by both sides."""
    certificate, authority = certificates()
    mine = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    mine.load_cert_chain(certificate)
    theirs = ssl.create_default_context(cafile=authority)

    async def serve(reader, writer):
        if later:
            await reader.readline()
            writer.write(b"go\n")
            await writer.start_tls(mine)
        await shout(reader, writer)

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=None if later else mine)
        options = {} if later else {"ssl": theirs, "server_hostname": "localhost"}
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server), **options)
        if later:
            writer.write(b"upgrade\n")
            await reader.readline()
            await writer.start_tls(theirs, server_hostname="localhost")
        writer.write(b"secret\n")
        answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        server.close()
        return answer

    assert run(main)[:2] == (b"SECRET\n", 1.0)


def tls_contexts():
    certificate, authority = certificates()
    mine = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    mine.load_cert_chain(certificate)
    return mine, ssl.create_default_context(cafile=authority)


def test_blocking_tls_sockets_in_threads_wait_in_virtual_time():
    """A client and a server of threads: more bytes than the buffers hold, a second's wait, a time-out of half."""
    mine, theirs = tls_contexts()

    def serve(listener):
        with mine.wrap_socket(listener, server_side=True) as server:
            connection, _ = server.accept()
            with connection:
                threading.Event().wait(1)
                connection.sendall(connection.recv(5) * 200_000)

    def ask(address):
        with socket.create_connection(address) as plain, theirs.wrap_socket(plain, server_hostname="localhost") as sock:
            assert (plain.fileno(), sock.getpeername()) == (-1, address)
            sock.sendall(b"hello")
            sock.settimeout(0.5)
            with pytest.raises(TimeoutError):
                sock.recv(1)
            sock.settimeout(None)
            return sum(map(len, iter(lambda: sock.recv(100_000), b"")))

    async def main():
        listener = socket.create_server(("127.0.0.1", 0))
        address = listener.getsockname()
        return (await asyncio.gather(asyncio.to_thread(serve, listener), asyncio.to_thread(ask, address)))[1]

    assert run(main) == (1_000_000, 1.0, [])


def test_a_blocking_tls_socket_on_the_loops_thread_ends():
    """Its handshake can never be answered: the loop stands still."""
    mine, theirs = tls_contexts()

    async def main():
        async with await asyncio.start_server(shout, "127.0.0.1", 0, ssl=mine) as server:
            plain = socket.create_connection(("127.0.0.1", port_of(server)))
            with plain, pytest.raises(TimeoutError, match="nothing can answer"):
                theirs.wrap_socket(plain, server_hostname="localhost")

    run(main)


# --- as a machine would do it: the same on the stock loop and on real sockets ---


async def nobody_listens():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    with pytest.raises(ConnectionRefusedError) as caught:
        await asyncio.open_connection("127.0.0.1", port)
    return caught.value.errno, str(caught.value).replace(str(port), "PORT")


async def the_server_has_closed():
    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = port_of(server)
    server.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def the_port_is_taken():
    async with await asyncio.start_server(shout, "127.0.0.1", 0) as server:
        port = port_of(server)
        with pytest.raises(OSError) as caught:
            await asyncio.start_server(shout, "127.0.0.1", port)
        with pytest.raises(OSError) as any_address:
            await asyncio.start_server(shout, "0.0.0.0", port)
        return [(error.value.errno, str(error.value).replace(str(port), "PORT")) for error in (caught, any_address)]


async def the_address_is_somebody_elses():
    with socket.socket() as sock, pytest.raises(OSError) as caught:
        sock.bind(("192.0.2.1", 0))
    return caught.value.errno


async def the_other_end_closes():
    async def bye(reader, writer):
        writer.write(b"bye\nrest")
        writer.close()

    async with await asyncio.start_server(bye, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        line = await reader.readline()
        with pytest.raises(asyncio.IncompleteReadError) as caught:
            await reader.readexactly(10)
        writer.close()
        await writer.wait_closed()
        return line, caught.value.partial, reader.at_eof()


async def the_other_end_closes_without_reading():
    came = asyncio.Event()

    async def rude(reader, writer):
        await came.wait()
        sock = writer.get_extra_info("socket")
        assert sock.family == socket.AF_INET
        writer.transport.pause_reading()
        writer.transport.abort()

    async with await asyncio.start_server(rude, "127.0.0.1", 0, limit=4) as server:
        with socket.socket() as sock:
            sock.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(sock, ("127.0.0.1", port_of(server)))
            await loop.sock_sendall(sock, b"x" * 100_000)
            came.set()
            try:
                return await loop.sock_recv(sock, 10)
            except OSError as error:
                return type(error), error.errno


async def who_writes_to_a_closed_end_is_told():
    async def rude(reader, writer):
        writer.close()

    async with await asyncio.start_server(rude, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        await reader.read()
        with pytest.raises(ConnectionError):
            for _ in range(100):
                writer.write(b"x" * 1000)
                await writer.drain()
                await asyncio.sleep(0.01)
        writer.close()


async def a_socket_says_what_it_is():
    with socket.socket() as listener, socket.socket() as sock:
        found = [sock.family, sock.type, sock.proto, sock.getsockname(), sock.gettimeout(), listener.fileno() >= 0]
        found.append(repr(sock).replace(f"fd={sock.fileno()}", "fd"))
        with pytest.raises(OSError) as caught:
            sock.getpeername()
        found.append(caught.value.errno)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        found.append(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, listener.getsockname())
        found += [sock.getpeername() == listener.getsockname(), sock.getsockname()[0]]
        accepted, address = listener.accept()
        with accepted:
            found += [address == sock.getsockname(), accepted.getsockname() == listener.getsockname()]
            found += [accepted.family, accepted.type, accepted.gettimeout()]
    sock.close()
    with pytest.raises(OSError) as caught:
        sock.getsockname()
    return [*found, caught.value.errno, sock.fileno()]


async def a_line_before_the_end_and_after_it():
    async def half(reader, writer):
        received = await reader.read()
        writer.write(received[::-1])
        writer.write_eof()
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(half, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"abc")
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        return answer, server.is_serving(), [sock.family for sock in server.sockets]


async def an_unconnected_socket_is_used():
    found = []
    with socket.socket() as sock:
        sock.setblocking(False)
        for action in (lambda: sock.recv(1), lambda: sock.shutdown(socket.SHUT_WR), sock.accept):
            with pytest.raises(OSError) as caught:
                action()
            found.append(caught.value.errno)
    return found


@pytest.mark.parametrize(
    "main",
    [
        nobody_listens,
        the_server_has_closed,
        the_port_is_taken,
        the_address_is_somebody_elses,
        the_other_end_closes,
        the_other_end_closes_without_reading,
        who_writes_to_a_closed_end_is_told,
        a_socket_says_what_it_is,
        a_line_before_the_end_and_after_it,
        an_unconnected_socket_is_used,
    ],
)
def test_it_happens_as_on_a_real_machine(main):
    """The stock loop on real sockets is asked the same, and gives the same."""
    assert run(main).value == asyncio.run(main())


# --- ports ---


async def ports():
    servers = [await asyncio.start_server(shout, "127.0.0.1", 0) for _ in range(3)]
    found = [port_of(server) for server in servers]
    for server in servers:
        server.close()
    return found


def test_ports_are_handed_out_in_the_same_order_each_time():
    """Port 0 gives the next free one, from the first that is nobody's."""
    assert run(ports).value == run(ports).value == [FIRST_PORT, FIRST_PORT + 1, FIRST_PORT + 2]


def test_a_port_in_use_is_not_handed_out():
    """Who asks for any port gets one that is free."""

    async def main():
        async with await asyncio.start_server(shout, "127.0.0.1", FIRST_PORT):
            return await ports()

    assert FIRST_PORT not in run(main).value


def test_a_port_is_free_again_once_its_server_is_closed_or_collected():
    """A port belongs to a socket, and goes with it."""

    async def main():
        (await asyncio.start_server(shout, "127.0.0.1", 8080)).close()
        sock = socket.socket()
        sock.bind(("127.0.0.1", 8080))
        del sock
        gc.collect()
        (await asyncio.start_server(shout, "127.0.0.1", 8080)).close()

    run(main)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_a_server_on_all_addresses_is_reached_by_each(host):
    """Without a host a server listens on IPv4 and IPv6; each family has a socket of its own."""

    async def main():
        async with await asyncio.start_server(shout, None, 8080) as server:
            answers = await ask(8080, b"hello", host=host)
            return answers, sorted(sock.getsockname()[0] for sock in server.sockets)

    assert run(main).value == ([b"HELLO"], ["0.0.0.0", "::"])


def test_a_connection_waits_while_as_many_wait_as_the_server_allows():
    """With a backlog of 1, two wait to be accepted (as on Linux); the third gets in when one has been."""

    async def main():
        loop = asyncio.get_running_loop()
        times = []

        async def connect(address):
            sock = socket.socket()
            sock.setblocking(False)
            await loop.sock_connect(sock, address)
            times.append(loop.time())
            return sock

        with socket.socket() as listener:
            listener.setblocking(False)
            listener.bind(("127.0.0.1", 0))
            listener.listen(1)
            connecting = [asyncio.create_task(connect(listener.getsockname())) for _ in range(3)]
            await asyncio.sleep(2)
            (await loop.sock_accept(listener))[0].close()
            for task in connecting:
                (await task).close()
        return times

    assert run(main).value == [0, 0, 2]


# --- names ---


def test_only_this_machine_is_known_by_name():
    """Any other name is unknown, in the words of the system."""

    async def main():
        loop = asyncio.get_running_loop()
        with pytest.raises(socket.gaierror) as caught:
            await asyncio.open_connection("example.com", 80)
        known = await loop.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)
        return caught.value.errno, str(caught.value), [info[4] for info in known], await loop.getnameinfo(known[0][4])

    number, text, known, name = run(main).value
    assert number == socket.EAI_NONAME
    assert "Name or service not known" in text
    assert known == [("127.0.0.1", 80), ("::1", 80, 0, 0)]
    assert name == ("localhost", "80")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "10.0.0.1", "169.254.169.254"])
def test_any_other_machine_cannot_be_reached(address):
    """As on a machine without a network."""

    async def main():
        with pytest.raises(OSError, match="Network is unreachable") as caught:
            await asyncio.open_connection(address, 80)
        return caught.value.errno

    assert run(main).value == errno.ENETUNREACH


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0", None, b"127.0.0.1", "93.184.216.34"])
@pytest.mark.parametrize("kind", [0, socket.SOCK_STREAM])
@pytest.mark.parametrize("port", [80, "80", None])
def test_numeric_addresses_are_told_as_the_system_tells_them(host, kind, port):
    """The real `getaddrinfo` answers these without asking anybody."""
    if host is None and port is None:
        with pytest.raises(socket.gaierror):
            hosts.getaddrinfo(host, port, type=kind)
        return
    flags = socket.AI_NUMERICHOST if host is not None else 0
    ours = hosts.getaddrinfo(host, port, type=kind, flags=flags)
    assert sorted(ours) == sorted(socket.getaddrinfo(host, port, type=kind, flags=flags))


# --- latency ---


def test_setting_a_connection_up_takes_a_round_trip_and_each_byte_one_way():
    """0.1 s to connect, 0.05 s there and 0.05 s back for each exchange, and 0.05 s for the end."""
    times = []

    async def echo(reader, writer):
        while line := await reader.readline():
            writer.write(line)
        times.append(asyncio.get_running_loop().time())
        writer.close()

    async def main():
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        times.append(loop.time())
        for _ in range(2):
            writer.write(b"x\n")
            await reader.readline()
            times.append(loop.time())
        writer.close()
        server.close()
        await asyncio.sleep(1)

    run(main, latency=0.05)
    assert times == pytest.approx([0.1, 0.2, 0.3, 0.35], abs=1e-9)


def test_a_refusal_takes_a_round_trip():
    """The other machine has to say no."""

    async def main():
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", 9)

    assert run(main, latency=0.05).end == 0.1


@pytest.mark.parametrize("pause", [0, 0.5])
def test_what_is_sent_arrives_in_order_however_slowly_it_is_read(pause):
    """More than a window is on its way, in pieces; a slow reader loses nothing."""
    data = bytes(range(256)) * 4_000

    async def slow(reader, writer):
        got = bytearray()
        while part := await reader.read(100_000):
            got += part
            await asyncio.sleep(pause)
        writer.write(b"same" if got == data else b"different")
        writer.close()

    async def main():
        server = await asyncio.start_server(slow, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(data)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        server.close()
        return answer

    first = run(main, latency=0.05)
    assert first.value == b"same"
    assert first.end == run(main, latency=0.05).end


def test_who_writes_to_a_far_end_that_has_closed_is_told():
    """The sender learns of it, a latency later, and does not wait for ever."""

    async def rude(reader, writer):
        writer.close()

    async def main():
        server = await asyncio.start_server(rude, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        with pytest.raises(ConnectionError):
            for _ in range(100):
                writer.write(b"x" * 100_000)
                await writer.drain()
                await asyncio.sleep(0.1)
        writer.close()
        server.close()

    run(main, latency=0.05)


# --- waiting for ever ---


@pytest.mark.parametrize("latency", [0, 0.05])
def test_a_client_and_a_server_that_wait_for_each_other_are_a_deadlock_at_once(latency):
    """Open sockets are nothing that could wake the loop, when both ends are here."""

    async def main():
        server = await asyncio.start_server(shout, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"no newline")
        await reader.readline()

    with pytest.raises(Deadlock):
        run(main, latency)


def test_a_descriptor_of_the_machine_is_still_waited_for():
    """A pipe that a foreign thread writes to, in real time, is something real."""

    async def main():
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(shout, "127.0.0.1", 0)
        read, write = os.pipe()
        came = asyncio.Event()
        loop.add_reader(read, came.set)
        foreign = _thread.start_new_thread(lambda: (real_wait.wait(0.05), os.write(write, b"x")), ())
        await came.wait()
        loop.remove_reader(read)
        server.close()
        os.close(read)
        os.close(write)
        return foreign is not None

    real_wait = threading.Event()  # made before locks take turns
    assert run(main).value


def test_a_number_that_a_real_file_took_over_is_no_longer_inside():
    """Descriptors are used again; what counts is whose they are now."""
    inside = Inside()
    ours, other = socket.socketpair()
    with other:
        number = ours.fileno()
        inside.add(ours)
        assert number in inside
        ours.close()
        assert number not in inside
        taken = os.open(os.devnull, os.O_RDONLY)
        assert taken == number
        assert taken not in inside
        os.close(taken)


# --- blocking sockets ---


@pytest.mark.parametrize("latency", [0, 0.05])
def test_a_blocking_call_on_the_loops_thread_ends_when_nothing_can_answer(latency):
    """The server cannot run while its client holds the thread: TimeoutError, which says why, and no time passes."""

    async def main():
        server = await asyncio.start_server(shout, "127.0.0.1", 0)
        with socket.create_connection(("127.0.0.1", port_of(server))) as sock:
            sock.sendall(b"hello\n")
            with pytest.raises(TimeoutError, match="nothing can answer while this waits on the event loop's thread"):
                sock.recv(10)
        server.close()

    assert run(main, latency).end == 2 * latency


def test_a_timeout_of_a_blocking_call_passes_in_virtual_time():
    """Three seconds, and the clock says so."""

    async def main():
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            listener.settimeout(3)
            with pytest.raises(TimeoutError, match="timed out"):
                listener.accept()

    assert run(main).end == 3.0


@pytest.mark.parametrize("latency", [0, 0.05])
def test_a_blocking_client_in_a_worker_thread_is_served_by_the_loop(latency):
    """`http.client` in `to_thread`, against a server of the loop: as it should be done."""

    async def serve(reader, writer):
        while (await reader.readline()).strip():
            pass
        await asyncio.sleep(1)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
        writer.close()

    def get(port):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/")
        try:
            return connection.getresponse().read()
        finally:
            connection.close()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        answers = await asyncio.gather(*(asyncio.to_thread(get, port_of(server)) for _ in range(3)))
        server.close()
        return answers

    ran = run(main, latency)
    assert ran.value == [b"hello"] * 3
    assert ran.end == pytest.approx(1 + 4 * latency)


def test_a_blocking_server_in_a_worker_thread_serves_the_loop():
    """`accept` and `recv` in a thread let the loop run meanwhile."""

    def serve(listener):
        connection, _ = listener.accept()
        with connection:
            while data := connection.recv(100):
                time.sleep(0)
                connection.sendall(data.upper())

    async def main():
        with socket.create_server(("127.0.0.1", 0)) as listener:
            serving = asyncio.create_task(asyncio.to_thread(serve, listener))
            await asyncio.sleep(0)
            answers = await ask(listener.getsockname()[1], b"a", b"b")
            await serving
        return answers

    assert run(main).value == [b"A", b"B"]


def test_a_thread_that_waits_for_bytes_that_never_come_is_a_deadlock():
    """The loop waits for the thread, and the thread for nobody."""

    def wait(address):
        with socket.create_connection(address) as sock:
            sock.recv(1)

    async def main():
        with socket.create_server(("127.0.0.1", 0)) as listener:
            await asyncio.to_thread(wait, listener.getsockname())

    with pytest.raises(Deadlock):
        run(main)


# --- left open ---


async def silent(reader, writer):
    await reader.read()
    writer.close()


@pytest.mark.parametrize(
    ("closes", "expected"), [("all", []), ("server", ["a connection"]), ("writer", ["a server"])], ids=str
)
def test_what_was_never_closed_is_known_at_the_end(closes, expected):
    """Also where garbage collection closed it: `StreamWriter.__del__` closes a connection that is forgotten."""

    async def main():
        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        await asyncio.sleep(1)
        if closes in ("all", "writer"):
            writer.close()
        if closes in ("all", "server"):
            server.close()
        del writer, _
        gc.collect()
        await asyncio.sleep(1)

    assert run(main).left_open == expected


def test_a_connection_that_came_in_and_was_never_closed_is_known():
    """The server's handler returns without closing its side."""
    kept = []

    async def forgets(reader, writer):
        kept.append(writer)

    async def main():
        server = await asyncio.start_server(forgets, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        await asyncio.sleep(1)
        writer.close()
        server.close()

    assert run(main).left_open == ["a connection that came in"]


def test_a_connection_that_asyncio_loses_with_its_server_is_nobodys_fault():
    """A server that is closed in the very turn in which a connection comes in drops it."""

    async def main():
        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.close()
        server.close()
        await asyncio.sleep(1)
        gc.collect()

    assert run(main).left_open == []


def test_asyncio_still_has_the_private_names_that_the_engine_uses():
    """The loop's own end of its wake-up pipe, and the writer that closes what is forgotten."""
    loop = asyncio.new_event_loop()
    assert loop._ssock.fileno() in loop._selector.get_map()
    loop.close()
    assert callable(asyncio.StreamWriter.__del__)


# --- bandwidth ---


def test_a_connection_lets_so_many_bytes_pass_in_a_second():
    """In pieces, so that a reader sees them come; each direction has its own, and latency comes on top."""
    seen = []

    async def send(reader, writer):
        writer.write(bytes(1000))
        assert await reader.read(100) == b"x" * 100
        writer.close()

    async def main():
        loop = asyncio.get_running_loop()
        async with await asyncio.start_server(send, "127.0.0.1", 0) as server:
            start = loop.time()
            reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
            connected = loop.time() - start
            writer.write(b"x" * 100)
            while data := await reader.read(500):
                seen.append((round(loop.time() - start - connected, 6), len(data)))
            writer.close()

    run(main, latency=0.5, bandwidth=500)
    assert seen[0] == (0.6, 50)
    assert (seen[-1], sum(count for _, count in seen)) == ((2.5, 50), 1000)


# --- datagrams ---


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data.upper(), addr)


class Inbox(asyncio.DatagramProtocol):
    def __init__(self):
        self.came = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.came.put_nowait((data, addr[1]))

    def error_received(self, error):
        self.came.put_nowait(type(error))


@pytest.mark.parametrize("latency", [0, 0.5])
def test_datagrams_reach_whoever_has_the_port(latency):
    """To and fro, each whole, in the order sent, with the sender's address; no connection is needed."""

    async def main():
        loop = asyncio.get_running_loop()
        server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 9999))
        client, inbox = await loop.create_datagram_endpoint(Inbox, remote_addr=("127.0.0.1", 9999))
        for text in (b"one", b"two"):
            client.sendto(text)
        found = [await inbox.came.get() for _ in range(2)]
        client.close()
        server.close()
        return found

    ran = run(main, latency)
    assert ran.value == [(b"ONE", 9999), (b"TWO", 9999)]
    assert ran.end == 2 * latency


def test_a_datagram_to_nobody_is_told_to_a_connected_sender_alone():
    """As on one machine; who merely sends hears nothing."""

    async def main():
        loop = asyncio.get_running_loop()
        connected, told = await loop.create_datagram_endpoint(Inbox, remote_addr=("127.0.0.1", 9))
        loose, silent = await loop.create_datagram_endpoint(Inbox, local_addr=("127.0.0.1", 0))
        connected.sendto(b"?")
        loose.sendto(b"?", ("127.0.0.1", 9))
        await asyncio.sleep(1)
        for transport in (connected, loose):
            transport.close()
        return await told.came.get(), silent.came.empty()

    assert run(main).value == (ConnectionRefusedError, True)


def test_what_a_connected_socket_hears_comes_from_its_peer():
    """And what a stranger sends is not heard."""

    async def main():
        pair = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(3)]
        for sock in pair:
            sock.bind(("127.0.0.1", 0))
            sock.setblocking(False)
        one, other, stranger = pair
        one.connect(other.getsockname())
        stranger.sendto(b"psst", one.getsockname())
        other.sendto(b"hello", one.getsockname())
        loop = asyncio.get_running_loop()
        heard = await loop.sock_recv(one, 3)
        for sock in pair:
            sock.close()
        return heard

    assert run(main).value == b"hel"


def test_a_thread_waits_for_a_datagram_in_virtual_time():
    """Up to its time-out."""

    def listen(sock):
        heard = sock.recvfrom(100)[0]
        with pytest.raises(TimeoutError):
            sock.recvfrom(100)
        return heard

    async def main():
        with (
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock,
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        ):
            sock.bind(("127.0.0.1", 0))
            sock.settimeout(5)
            asyncio.get_running_loop().call_later(3, sender.sendto, b"late", sock.getsockname())
            return await asyncio.to_thread(listen, sock)

    ran = run(main)
    assert (ran.value, ran.end) == (b"late", 8)


def test_datagrams_have_ports_of_their_own_and_no_way_out():
    """TCP's are others; one port is one socket's; nobody else can be reached; a large one is refused."""

    async def main():
        async with await asyncio.start_server(shout, "127.0.0.1", 7000):
            with (
                socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one,
                socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other,
            ):
                one.bind(("127.0.0.1", 7000))
                for number, attempt in (
                    (errno.EADDRINUSE, lambda: other.bind(("127.0.0.1", 7000))),
                    (errno.ENETUNREACH, lambda: other.sendto(b"x", ("192.0.2.1", 53))),
                    (errno.EMSGSIZE, lambda: other.sendto(bytes(66_000), ("127.0.0.1", 7000))),
                    (errno.EDESTADDRREQ, lambda: other.send(b"x")),
                    (errno.EOPNOTSUPP, one.listen),
                ):
                    with pytest.raises(OSError) as raised:
                        attempt()
                    assert raised.value.errno == number

    run(main)


# --- Unix sockets ---


@pytest.fixture
def unix(tmp_path, monkeypatch):
    """A path for a socket, from the folder in which the program runs."""
    monkeypatch.chdir(tmp_path)
    return "app.sock"


@pytest.mark.parametrize("latency", [0, 0.5])
def test_a_server_at_a_path_is_reached_in_virtual_time(unix, latency):
    """Its file is there while it serves; the addresses are what Unix says."""

    async def main():
        async with await asyncio.start_unix_server(shout, unix) as server:
            assert server.sockets[0].getsockname() == unix
            assert Path(unix).exists()
            reader, writer = await asyncio.open_unix_connection(unix)
            assert (writer.get_extra_info("peername"), writer.get_extra_info("sockname")) == (unix, "")
            writer.write(b"hello\n")
            answer = await reader.readline(), asyncio.get_running_loop().time()
            writer.close()
            await writer.wait_closed()
        return answer

    assert run(main, latency).value == (b"HELLO\n", 1 + 4 * latency)


def test_a_path_is_one_servers_until_it_makes_way(unix):
    """asyncio removes what a server left; a plain socket does not."""

    async def main():
        for _ in range(2):
            server = await asyncio.start_unix_server(shout, unix)
            server.close()
        Path(unix).touch()
        with socket.socket(socket.AF_UNIX) as sock, pytest.raises(OSError, match="in use"):
            sock.bind(unix)
        Path(unix).unlink()
        with socket.socket(socket.AF_UNIX) as sock, socket.socket(socket.AF_UNIX) as late:
            sock.bind("\0nowhere")
            sock.listen()
            with pytest.raises(OSError, match="in use"):
                late.bind(b"\0nowhere")
            late.connect("\0nowhere")

    run(main)


def test_nobody_at_a_path_is_told_as_unix_tells_it(unix, tmp_path):
    """No file: not found; a file that nobody serves: refused; what another program serves is out of reach."""

    async def main():
        with pytest.raises(FileNotFoundError):
            await asyncio.open_unix_connection(unix)
        with socket.socket(socket.AF_UNIX) as sock:
            sock.bind(unix)
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_unix_connection(unix)
        (tmp_path / "foreign").touch()
        with pytest.raises(OSError) as raised:
            await asyncio.open_unix_connection("foreign")
        assert raised.value.errno == errno.ENETUNREACH

    run(main)
