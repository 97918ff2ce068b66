"""Files of a program: those that it does not close are told, those that the judge serves take as long as he says."""

import pytest

from grader.model import Blocked, Raised, ResourceLeftOpen, Returned
from grader.runner import Service

from .programs import printed

HEAD = """
import asyncio, io, logging, tempfile, time
from pathlib import Path

FILE = Path("data/spam.txt")
KEPT = []

def keeps():
    KEPT.append(open(FILE))

def forgets():
    return len(open(FILE).readlines())

def closes():
    with open(FILE) as file:
        return len(file.readlines())
"""
DATA = {"data/spam.txt": b"spam\neggs\n", "data/eggs.txt": b"eggs\n"}


def program(body):
    """Return a program whose `main` has this body from line 100 on."""
    head = HEAD.strip() + "\n"
    return (
        head + "\n" * (98 - head.count("\n")) + "async def main():\n" + "".join(f"    {n}\n" for n in body.split("\n"))
    )


def left_open(finished):
    """Return what was not closed, with the line on which it was opened."""
    events = [event for event in finished.trace.events if isinstance(event, ResourceLeftOpen)]
    return [(event.what, event.place.line if event.place else None) for event in events]


LEFT_OPEN = {
    "kept": ("file = open(FILE)\nKEPT.append(file)", 100),
    "forgotten": ("len(open(FILE).readlines())", 100),
    "with nothing between": ("open(FILE, 'rb', buffering=0).read(1)", 100),
    "in bytes": ("open(FILE, 'rb').read()", 100),
    "by Path.open": ("FILE.open().read()", 100),
    "to write": ("open('data/new.txt', 'w').write('eggs')", 100),
    "in a cycle": ("file = open(FILE)\nfile.me = file\ndel file", 100),
    "kept by a thread": ("await asyncio.to_thread(keeps)", 8),
    "forgotten by a thread": ("await asyncio.to_thread(forgets)", 11),
    "opened by a library": ("file = await asyncio.to_thread(open, FILE)\nawait asyncio.to_thread(file.read)", None),
}


@pytest.mark.parametrize("case", LEFT_OPEN)
def test_a_file_that_the_program_does_not_close_is_told(quick, case):
    """With the line that opened it, where it is the program's; that Python closes it at some time is no close."""
    body, line = LEFT_OPEN[case]
    finished = quick(program(body), data=DATA)
    assert (finished.trace.outcome, left_open(finished)) == (Returned(), [("a file", line)])


CLOSED = {
    "by a block": "with open(FILE) as file: file.read()",
    "by a call": "file = open(FILE)\nfile.read()\nfile.close()",
    "by a thread": "await asyncio.to_thread(closes)",
    "by another thread": "file = await asyncio.to_thread(open, FILE)\nawait asyncio.to_thread(file.close)",
    "by Path": "FILE.read_text()",
    "a log": "logging.basicConfig(filename='log.txt', level='INFO')\nlogging.info('spam')",
    "a temporary file": "with tempfile.TemporaryFile(dir='data') as file: file.write(b'spam')",
    "a file in memory": "io.BytesIO(b'spam').read()",
}


@pytest.mark.parametrize("case", CLOSED)
def test_a_file_that_is_closed_is_not_told(quick, case):
    """Whoever closes it; a log is closed at Python's exit."""
    finished = quick(program(CLOSED[case]), data=DATA)
    assert (finished.trace.outcome, left_open(finished)) == (Returned(), [])


# --- files that the judge serves ---

SLOW = {"data.open": Service(seconds=lambda name: {"spam.txt": 2, "eggs.txt": 1.5}[name])}
TIMED = "print({}, time.monotonic())"


@pytest.mark.parametrize(
    "read",
    [
        "await asyncio.to_thread(closes)",
        "len((await asyncio.to_thread(FILE.read_text)).splitlines())",
        "len((await asyncio.to_thread(Path(b'data/../data/spam.txt'.decode()).read_bytes)).splitlines())",
        "await asyncio.get_running_loop().run_in_executor(None, closes)",
    ],
)
def test_a_thread_waits_for_a_file_that_is_served(run, read):
    """However it is opened; what is in it comes then, and the event loop goes on meanwhile."""
    body = f"beat = asyncio.create_task(asyncio.sleep(1, 'beat'))\nprint({read})\nprint(beat.done())"
    finished = run(program(body), data=DATA, replace=SLOW)
    assert printed(finished) == [(2, "2"), (2, "True")]
    assert [(r.service, r.arguments, r.start, r.end) for r in finished.requests] == [
        ("data.open", ("spam.txt",), 0, 2_000_000_000)
    ]
    assert not [event for event in finished.trace.events if isinstance(event, Blocked)]


def test_the_loops_own_thread_is_blocked_by_a_file_that_is_served(run):
    """From the call to the answer."""
    finished = run(program("print(closes())"), data=DATA, replace=SLOW)
    assert printed(finished) == [(2, "2")]
    assert [(e.time, e.until, e.what) for e in finished.trace.events if isinstance(e, Blocked)] == [
        (0, 2_000_000_000, "open()")
    ]


def test_files_that_are_served_are_waited_for_at_the_same_time(run):
    """Each by its own thread."""
    both = "asyncio.to_thread(closes), asyncio.to_thread(Path('data/eggs.txt').read_text)"
    finished = run(program(f"print(await asyncio.gather({both}))"), data=DATA, replace=SLOW)
    assert printed(finished) == [(2, "[2, 'eggs\\n']")]


def test_a_file_is_asked_for_once(run):
    """Who opens it meanwhile waits as long, who opens it later not at all."""
    body = (
        "late = asyncio.create_task(asyncio.sleep(1))\n"
        "first = asyncio.create_task(asyncio.to_thread(closes))\n"
        "await late\n"
        "print(await asyncio.to_thread(closes), await first)\n"
        "print(await asyncio.to_thread(closes))"
    )
    finished = run(program(body), data=DATA, replace=SLOW)
    assert printed(finished) == [(2, "2 2"), (2, "2")]
    assert len(finished.requests) == 1


def test_nobody_knows_what_is_in_a_file_before_it_comes(quick):
    """Its length is all that there is; the judge may say that it cannot be opened."""
    refused = {"data.open": Service(seconds=2, raises=PermissionError("not yet"))}
    body = "print(FILE.stat().st_size)\nprint(Path('/proc/self/cwd/data/spam.txt').read_bytes())\nopen(FILE)"
    finished = quick(program(body), data={"data/spam.txt": b"secret"}, replace=refused)
    assert printed(finished) == [(0, "6"), (0, repr(bytes(6)))]
    assert isinstance(finished.trace.outcome, Raised)
    assert (finished.trace.outcome.error, finished.trace.outcome.message) == ("PermissionError", "not yet")
