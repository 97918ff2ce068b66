"""Keys of a real pseudo-terminal, which is afterwards as it was before."""

import os
import queue
import sys
import threading

import pytest

from grader.watch.keys import are_to_be_had, pressed

pytest.importorskip("termios", reason="this platform has other terminals")
import pty
import termios

from grader.watch.keys import keys

PATIENCE = 30
"""Seconds after which no key comes any more."""


@pytest.fixture
def terminal(monkeypatch):
    """A terminal as standard input; yields the end at which one types, and the one that is read."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        yield ours, stream
    os.close(ours)


def settings(stream):
    """Return how a terminal is set."""
    return termios.tcgetattr(stream)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hL", ["h", "l"]),
        ("\r\n", ["\n", "\n"]),
        ("\x1b[A\x1bOB\x1b[C\x1bODq", ["up", "down", "right", "left", "q"]),
        ("\x1b[1;5D\x1b[5~\x1b[Z\x1bOPä", ["ä"]),
    ],
    ids=["letters", "enter", "arrows", "others"],
)
def test_what_is_typed_becomes_keys(typed, expected):
    """Lower case, Enter as a newline, arrows by name, nothing for others."""
    assert pressed(typed) == expected


def test_keys_are_told_without_enter_and_the_terminal_is_restored(terminal):
    """Neither a thread nor a setting is left."""
    typed, stream = terminal
    before, threads = settings(stream), threading.active_count()
    told = queue.SimpleQueue()
    with keys(told.put):
        assert settings(stream) != before
        os.write(typed, b"hq")
        assert [told.get(timeout=PATIENCE) for _ in range(2)] == ["h", "q"]
    assert settings(stream) == before
    assert threading.active_count() == threads


def test_the_terminal_is_restored_after_an_exception(terminal):
    """Whatever happened."""
    _, stream = terminal
    before = settings(stream)
    with pytest.raises(KeyboardInterrupt), keys(print):
        raise KeyboardInterrupt
    assert settings(stream) == before


def test_a_terminal_that_was_another_programs_is_made_ready_again(terminal):
    """After Ctrl-Z and `fg`."""
    _, stream = terminal
    before = settings(stream)
    with keys(print) as ready:
        ours = settings(stream)
        termios.tcsetattr(stream, termios.TCSANOW, before)
        ready()
        assert settings(stream) == ours


def test_a_terminal_that_belongs_to_another_program_has_no_keys(terminal):
    """It is not the one that this process was started from."""
    assert not are_to_be_had()


def test_without_a_terminal_there_are_no_keys(tmp_path, monkeypatch):
    """A file, or nothing at all, as standard input."""
    with (tmp_path / "input").open("w+") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert not are_to_be_had()
    monkeypatch.setattr(sys, "stdin", None)
    assert not are_to_be_had()
