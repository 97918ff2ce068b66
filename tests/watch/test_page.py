"""The page on this machine: for this user's browser only, to be read only, and gone without a trace."""

import http.client
import socket
import threading

import pytest

from grader.watch.page import served


def ask(page, path=None, method="GET", *hosts):
    """Send a request, and return the answer and its body."""
    connection = http.client.HTTPConnection("127.0.0.1", page.server_port)
    connection.putrequest(method, f"/{page.word}/" if path is None else path, skip_host=True)
    for host in hosts or [f"127.0.0.1:{page.server_port}"]:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.fixture(scope="module")
def page():
    """A page that shows a report."""
    with served() as page:
        page.show("<!DOCTYPE html><title>Passed</title>")
        yield page


@pytest.mark.parametrize("name", ["", "style.css", "follow.js", "report"])
def test_what_there_is_can_be_read(page, name):
    """The page with its parts, and the report."""
    answer, body = ask(page, f"/{page.word}/{name}")
    assert answer.status == 200
    assert body


def test_the_report_is_the_latest(page):
    """Whatever number the address has."""
    assert ask(page, f"/{page.word}/report?7")[1] == b"<!DOCTYPE html><title>Passed</title>"


@pytest.mark.parametrize("path", ["/", "/report", "/../page.py", "/{word}", "/{word}/../page.py", "/{word}/x", "/x/"])
def test_other_addresses_are_not_found(page, path):
    """Without the word nothing is to be had, and with it nothing but the site."""
    assert ask(page, path.format(word=page.word))[0].status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""])
def test_a_strangers_name_for_this_machine_is_refused(page, host):
    """DNS rebinding: the browser believes that it talks with the stranger."""
    assert ask(page, None, "GET", host.format(port=page.server_port) or " ")[0].status == 421


def test_two_hosts_are_one_too_many(page):
    """Who asks must say one name."""
    good = f"127.0.0.1:{page.server_port}"
    assert ask(page, None, "GET", good, good)[0].status == 421


def test_localhost_is_this_machine(page):
    """As people type it."""
    assert ask(page, None, "GET", f"localhost:{page.server_port}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_there_is_nothing_but_to_read(page, method):
    """No other method is known."""
    assert ask(page, None, method)[0].status == 501


def test_every_answer_forbids_what_it_does_not_need(page):
    """Also one that refuses."""
    for path in (None, "/x/", f"/{page.word}/report"):
        answer, _ = ask(page, path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors" in answer.headers["Content-Security-Policy"]
        assert "Server" not in answer.headers or "Python" not in answer.headers["Server"]


def test_only_this_machine_is_listened_to(page):
    """The address that it is bound to."""
    assert page.server_address[0] == "127.0.0.1"


def events(stream):
    """Yield the events that a server sends, as (name, data)."""
    name = ""
    for line in stream:
        field, _, value = line.decode().strip().partition(": ")
        if field == "event":
            name = value
        elif field.startswith("data"):
            yield name, value


def test_each_report_is_told_and_the_end():
    """Who listens gets the latest at once, then each one, and in the end the word for it."""
    with served() as page:
        page.show("one")
        with socket.create_connection(("127.0.0.1", page.server_port)) as asked:
            asked.sendall(f"GET /{page.word}/events HTTP/1.0\r\nHost: 127.0.0.1:{page.server_port}\r\n\r\n".encode())
            told = events(asked.makefile("rb"))
            assert next(told) == ("report", "1")
            page.show("two")
            assert next(told) == ("report", "2")
            page.close()
            assert list(told) == [("end", "")]


def test_nothing_is_left_of_it():
    """Neither a thread nor the port, also where a browser holds a connection on which it says nothing."""
    before = set(threading.enumerate())
    with served() as page:
        silent = socket.create_connection(("127.0.0.1", page.server_port))
        ask(page)
    with silent:
        assert silent.recv(1) == b""
    assert set(threading.enumerate()) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", page.server_port))
