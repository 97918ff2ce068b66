"""The judge's end of the channel: a frame is taken whole or not at all."""

import contextlib
import json
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from grader.model import CallEnded
from grader.runner.channel import MAX_FRAME, MAX_RUN, Frames, Loaded, ProtocolError, decode_frame, frame

LOADED = frame([["loaded"]])
ENDED = frame([["call-ended", 5, 1]])


def test_frames_are_read_in_whatever_pieces_they_come():
    """A byte at a time, too."""
    frames = Frames()
    found = [message for byte in LOADED + ENDED for message in frames.feed(bytes([byte]))]
    assert found == [Loaded(), CallEnded(time=5, call=1)]
    assert not frames.incomplete


@given(st.lists(st.sampled_from([LOADED, ENDED]), max_size=6), st.lists(st.integers(0, 200), max_size=6))
def test_how_frames_are_cut_makes_no_difference(parts, cuts):
    """The messages are the same."""
    data = b"".join(parts)
    edges = [0, *sorted(cut for cut in cuts if cut < len(data)), len(data)]
    frames = Frames()
    found = [m for start, end in pairwise(edges) for m in frames.feed(data[start:end])]
    assert found == list(Frames().feed(data))


def test_what_came_before_a_fault_counts():
    """However much came at once."""
    found = []
    with pytest.raises(ProtocolError):
        for message in Frames().feed(LOADED + ENDED + b"\0\0\0\1x"):
            found.append(message)
    assert len(found) == 2


def test_an_end_in_the_midst_of_a_frame_shows():
    """The session asks for it."""
    frames = Frames()
    list(frames.feed(LOADED[:-1]))
    assert frames.incomplete


def test_a_frame_that_is_too_large_is_refused_before_it_is_there():
    """Its length is enough."""
    with pytest.raises(ProtocolError, match="too large"):
        list(Frames().feed((MAX_FRAME + 1).to_bytes(4, "big")))


def test_a_run_cannot_talk_for_ever(monkeypatch):
    """All frames together have a limit, too."""
    assert MAX_RUN > MAX_FRAME
    monkeypatch.setattr("grader.runner.channel.MAX_RUN", 100)
    frames = Frames()
    with pytest.raises(ProtocolError, match="too much to tell"):
        for _ in range(100):
            list(frames.feed(LOADED))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"{}",
        b"[",
        b"[]]",
        b"[[]]",
        b"[null]",
        b'["loaded"]',
        b'[["nothing-such"]]',
        b'[["loaded"]] ["more"]',
        b'[["call-ended"]]',
        b'[["call-ended", 1]]',
        b'[["call-ended", "1", 1]]',
        b'[["call-ended", 1.5, 1]]',
        b'[["call-ended", 1e3, 1]]',
        b'[["call-ended", true, 1]]',
        b'[["call-ended", null, 1]]',
        b'[["call-ended", NaN, 1]]',
        b'[["call-ended", 1e999, 1]]',
        b'[["call-ended", ' + b"9" * 5000 + b", 1]]",
        b'[["result", 0, NaN, null]]',
        b'[["result", 0, Infinity, null]]',
        b'[["result", 0, 1e999, null]]',
        b'[["result", 0, ' + b"9" * 5000 + b", null]]",
        b'[["result", 0, ' + b"[" * 100_000 + b"]" * 100_000 + b", null]]",
        b'[["result", 0, "\\ud800", null]]',
        b'[["result", 0, "\xff", null]]',
        b'[["result", 0, "\xed\xa0\x80", null]]',
        b'[["printed", 0, "stdout", "two\\nlines", null, null, null]]',
        b'[["printed", 0, "stdlog", "x", null, null, null]]',
        b'[["task-ended", 0, 1, "won", ""]]',
        b'[["task-started", 0, 1, null, "x", {"file": "f", "line": 1}]]',
        b'[["ask", 0, 1, "task", {}, [], null]]',
        b'[["ask", 0, 1, "task", [], [["x"]], null]]',
        b'[["ask", 0, 1, "task", [], {"x": 1}, null]]',
        b"\x80\x04K\x01.",
    ],
    ids=range(36),
)
def test_what_our_own_code_does_not_send_is_a_fault(body):
    """Broken JSON, other types, numbers and texts that JSON should not have, other messages, pickles."""
    with pytest.raises(ProtocolError):
        decode_frame(body)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_anything_but_messages_or_a_fault(data):
    """No other exception leaves the decoder."""
    with contextlib.suppress(ProtocolError):
        list(Frames().feed(data))
        decode_frame(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
names = st.sampled_from(["ask", "idle", "result", "printed", "task-started", "blocked", "give-up", "loaded", "resumed"])


@given(names, st.lists(json_values, max_size=7))
def test_no_message_whatever_makes_anything_but_messages_or_a_fault(name, fields):
    """Well-formed JSON with a known name and any fields."""
    with contextlib.suppress(ProtocolError):
        decode_frame(json.dumps([[name, *fields]]).encode("utf-8", "surrogatepass"))
