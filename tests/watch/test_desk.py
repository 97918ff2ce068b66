"""The learner's file as it is: whatever stands in its place is a sentence, and no end."""

import queue
import signal
import sys
import threading

import pytest

from grader.errors import ProgressError
from grader.exercise import MAX_SOURCE_BYTES
from grader.watch.desk import Table
from grader.watch.events import Resized, Saved
from grader.watch.signals import Gate, signals


def unreadable():
    """Fail as where the progress cannot be read."""
    raise ProgressError("progress.json cannot be read")


@pytest.fixture
def table(tmp_path):
    """A desk with a file that is not there yet."""
    return Table(
        file=tmp_path / "gather.py",
        events=queue.SimpleQueue(),
        display=None,
        gate=Gate(),
        ready=lambda: None,
        then=str,
        keep=str,
        answers={"hint": lambda: "What waits?", "list": unreadable},
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "gather.py is not there any more"),
        (b"x = '\xff'\n", "is not text in UTF-8"),
        (b"\0", "has a zero byte"),
        (b"#" * (MAX_SOURCE_BYTES + 1), "is larger than 256 KiB"),
    ],
    ids=["missing", "other text", "no text", "too large"],
)
def test_what_cannot_be_graded_is_a_sentence(table, data, words):
    """It says when it goes on."""
    if data is not None:
        table.file.write_bytes(data)
    said = table.content()
    assert words in said
    assert "It is graded again once" in said


def test_every_save_has_another_stamp(table):
    """Also one that puts another file in its place, and one that takes it away."""
    stamps = [table.stamp()]
    table.file.write_bytes(b"x = 1\n")
    stamps.append(table.stamp())
    other = table.file.with_name("other.py")
    other.write_bytes(b"x = 2\n")
    other.replace(table.file)
    stamps.append(table.stamp())
    assert len(set(stamps)) == 3
    assert table.stamp() == stamps[-1]


def test_events_come_in_their_order_and_their_lack_is_noticed(table):
    """Nothing is waited for longer than was asked."""
    table.events.put(Saved())
    assert table.wait() == Saved()
    assert table.wait(0) is None


def test_a_key_has_its_answer(table):
    """From the table; one that cannot be given is a sentence, and no end."""
    assert table.answer("hint") == "What waits?"
    assert table.answer("list") == "progress.json cannot be read"


@pytest.mark.skipif(not hasattr(signal, "SIGCONT"), reason="this platform has other signals")
def test_a_signal_that_comes_to_another_thread_is_heeded_while_nothing_else_happens(table):
    """As after Ctrl-Z and `fg`: the screen is drawn, the terminal made ready."""
    main = threading.get_ident()

    def disturb():
        while sys._current_frames()[main].f_code is not Table.wait.__code__:
            pass
        signal.pthread_kill(threading.get_ident(), signal.SIGCONT)

    with signals(lambda: table.events.put(Resized())):
        thread = threading.Thread(target=disturb)
        thread.start()
        assert table.wait() == Resized()
        thread.join()
