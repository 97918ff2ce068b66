"""A page on this machine that shows the latest report, and the next one when there is one: a server, in threads.

Nobody else gets at it: it listens on 127.0.0.1 only; every address begins with a random word, which no other page and
no other user knows; a request must name this machine as its host, so that a name of a stranger's that leads here (DNS
rebinding) is refused; and there is nothing but to read. The report is shown in a frame of its own, in which no script
runs, whatever it holds; the script of the page around it is known by its address, and none other runs.

    GET /WORD/             the page, with style.css and follow.js beside it, from the folder `site`
    GET /WORD/report       the latest report
    GET /WORD/events       server-sent events: `report` with a number for each one, `end`
"""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).with_name("site")

FILES = {
    "": ("index.html", "text/html; charset=utf-8"),
    "style.css": ("style.css", "text/css; charset=utf-8"),
    "follow.js": ("follow.js", "text/javascript; charset=utf-8"),
}
"""Name after the word -> file of the site, and its type."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may do; the report brings a policy of its own, and a stricter one."""

REPORT_POLICY = "frame-ancestors 'self'"

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer."""

QUIET = 15.0
"""Seconds after which a word is sent that means nothing, to find out whether anybody still listens."""


class Page(ThreadingHTTPServer):
    """The server, and the report that it shows."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.word = secrets.token_urlsafe(16)
        self.hosts = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}
        self.report = b""
        self._number = 0
        self._is_over = False
        self._changed = threading.Condition()
        self._connections: dict[socket.socket, threading.Thread] = {}

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}/{self.word}/"

    def show(self, report: str) -> None:
        """Show another report."""
        with self._changed:
            self.report = report.encode("utf-8")
            self._number += 1
            self._changed.notify_all()

    def news(self) -> Iterator[str]:
        """Yield the number of each report, from the latest that there is to the end; empty where nothing has come."""
        told = 0
        while not self._is_over:
            now = self._newer_than(told)
            yield str(now) if now > told else ""
            told = now

    def _newer_than(self, told: int) -> int:
        """Wait for another report, the end, or long enough; return the latest report's number."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > told or self._is_over, QUIET)
            return self._number

    # --- threads of requests: each one ends when the server does ---

    def process_request(self, request: object, client_address: object) -> None:
        """Answer in a thread."""
        assert isinstance(request, socket.socket)
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), name="request", daemon=True
        )
        self._connections[request] = thread
        thread.start()

    def shutdown_request(self, request: object) -> None:
        """Forget a connection, and close it."""
        self._connections.pop(request, None)  # type: ignore[call-overload]
        super().shutdown_request(request)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that goes away in the middle is no error."""

    def close(self) -> None:
        """Tell those who listen that it is over; close every connection and the port, and end every thread."""
        self.shutdown()
        self.server_close()
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        for connection, thread in list(self._connections.items()):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RD)
            thread.join()


@contextmanager
def served() -> Iterator[Page]:
    """Serve a page, from `with` to its end."""
    page = Page()
    thread = threading.Thread(target=page.serve_forever, args=(0.05,), name="page", daemon=True)
    thread.start()
    try:
        yield page
    finally:
        page.close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Page
    server_version = "asyncgrade"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer, or refuse."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0] not in self.server.hosts:
            return self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        path, _, _ = self.path.partition("?")
        _, word, name = [*path.split("/", 2), "", ""][:3]
        if not secrets.compare_digest(word.encode(), self.server.word.encode()) or path.count("/") != 2:
            return self._refuse(HTTPStatus.NOT_FOUND)
        if name in FILES:
            file, kind = FILES[name]
            return self._answer((SITE / file).read_bytes(), kind, POLICY)
        if name == "report":
            return self._answer(self.server.report, "text/html; charset=utf-8", REPORT_POLICY)
        if name == "events":
            return self._tell()
        return self._refuse(HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str, policy: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._begin(kind, policy, status, {"Content-Length": str(len(body))})
        self.wfile.write(body)

    def _begin(self, kind: str, policy: str, status: HTTPStatus, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Security-Policy": policy, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        self._answer(f"{status.phrase}\n".encode(), "text/plain; charset=utf-8", POLICY, status)

    def _tell(self) -> None:
        self._begin("text/event-stream", POLICY, HTTPStatus.OK, {})
        for number in self.server.news():
            self.wfile.write(f"event: report\ndata: {number}\n\n".encode() if number else b":\n\n")
        self.wfile.write(b"event: end\ndata:\n\n")

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is the report's."""
