"""The end of the process that the command is: nothing is lost, and nothing is taken apart."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import atexit, os, sys, tempfile, threading
from grader import cli
from grader.cli import command
{beforehand}

class Kept:
    def __del__(self):
        os.write(1, b"taken apart\\n")

def last():
    threading.main_thread().join()
    print("a thread")

def run(arguments):
    global kept, place
    kept, place = Kept(), tempfile.TemporaryDirectory()
    atexit.register(print, "registered")
    threading.Thread(target=last).start()
    sys.stderr.write(place.name)
    print("said", end=" ")
    return 3

command.run = run
sys.exit(cli.main())
"""
"""Says something without a flush, and leaves a thread, a temporary folder, and an object that tells of its end."""


def ended(*options, beforehand=""):
    """Return the exit status, the lines of output, and whether the temporary folder is left."""
    done = subprocess.run(
        [sys.executable, *options, "-c", PROGRAM.replace("{beforehand}", beforehand)], capture_output=True, text=True
    )
    return done.returncode, done.stdout.splitlines(), Path(done.stderr.partition("\n")[0]).exists()


def test_the_end_of_the_process_loses_nothing():
    """Threads end, what was registered is called, output is flushed, folders are gone, the status is right."""
    assert ended() == (3, ["said a thread", "registered"], False)


@pytest.mark.parametrize(
    ("options", "beforehand"), [(("-X", "dev", "-W", "ignore"), ""), ((), "atexit.register(print, 'first')")]
)
def test_python_ends_as_ever_where_somebody_looks_on(options, beforehand):
    """In development mode; and where something was registered before, which is to be called after all else."""
    status, lines, is_left = ended(*options, beforehand=beforehand)
    assert (status, is_left) == (3, False)
    assert lines == ["said a thread", "registered", *(["first"] if beforehand else []), "taken apart"]


def test_what_cannot_be_flushed_is_left_to_python():
    """It says so, and has a status for it."""
    closed = "import io; sys.stdout = io.TextIOWrapper(open(os.open('/dev/null', os.O_RDONLY), 'wb'))"
    status, lines, _ = ended(beforehand=closed)
    assert (status, lines[-1:]) == (120, ["taken apart"])
