"""Lines put in order with keys: what is drawn, and when there are keys at all."""

from contextlib import contextmanager

import pytest

from grader.cli import arranging, console
from grader.course.draft import begun, pressed
from grader.watch import keys

from .test_delivery import Stream


def test_each_line_has_its_second_and_the_chosen_one_a_sign():
    """A second that is being typed is shown as far as it is there."""
    draft = pressed(pressed(begun(["b ends", "a ends"]), "down"), "1")
    assert arranging.rows(draft, 60)[:3] == ["        0 s  a ends", ">      1_ s  b ends", ""]
    carried = arranging.rows(pressed(draft, " "), 30)
    assert carried[1] == "↕       1 s  b ends"
    assert max(map(len, carried)) < 30


def terminal(monkeypatch):
    """Have a terminal of 10 lines."""
    stream = Stream()
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv(console.PLAIN, raising=False)
    monkeypatch.setattr(console, "height", lambda stream: 10)
    monkeypatch.setattr(keys, "are_to_be_had", lambda: True)
    return stream


def test_it_is_possible_where_all_lines_are_seen_and_nobody_only_hears_them(monkeypatch):
    """Else the answer is typed."""
    terminal(monkeypatch)
    assert (arranging.is_possible(6), arranging.is_possible(7)) == (True, False)
    monkeypatch.setenv(console.PLAIN, "1")
    assert not arranging.is_possible(6)
    monkeypatch.delenv(console.PLAIN)
    monkeypatch.setattr(keys, "are_to_be_had", lambda: False)
    assert not arranging.is_possible(6)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(["down", " ", "up", "2", "\n"], ((2_000_000_000, "b"), (2_000_000_000, "a"))), (["down", "t"], None)],
    ids=["done", "rather typed"],
)
def test_keys_put_the_lines_in_order_until_enter(monkeypatch, typed, expected):
    """And are drawn over at each key; who would rather type all of it gets nothing."""

    @contextmanager
    def told(tell):
        for key in typed:
            tell(key)
        yield lambda: None

    monkeypatch.setattr(keys, "keys", told)
    screen = terminal(monkeypatch)
    assert arranging.arrange(["a", "b"]) == expected
    assert screen.written.count("\x1b[5F") == len(typed) - 1
