"""The child's end of the channel: frames up, replies down."""

import json
import os

import pytest

from grader.engine import channel as channels
from grader.engine.channel import Channel
from grader.runner.channel import frame


@pytest.fixture
def pipes():
    """The judge's ends (`down` to write to, `up` to read from) and a channel on the others."""
    down, down_write = os.pipe()
    up, up_write = os.pipe()
    os.set_blocking(up, False)
    yield down_write, up, Channel(down, up_write)
    for end in (down, down_write, up, up_write):
        os.close(end)


def frames(up):
    """Read all frames that were sent."""
    try:
        data = os.read(up, 1 << 20)
    except BlockingIOError:
        return []
    found = []
    while data:
        size = int.from_bytes(data[:4], "big")
        found.append(json.loads(data[4 : 4 + size]))
        data = data[4 + size :]
    return found


def test_messages_wait_until_they_matter(pipes):
    """Then they go up in one frame, in order."""
    _, up, channel = pipes
    channel.post(["a", 1])
    channel.post(["b", "ü\n"])
    assert frames(up) == []
    channel.flush()
    assert frames(up) == [[["a", 1], ["b", "ü\n"]]]


def test_nothing_to_send_is_no_frame(pipes):
    """An empty frame would be a fault."""
    _, up, channel = pipes
    channel.flush()
    assert frames(up) == []


def test_much_is_sent_before_it_is_asked_for(pipes, monkeypatch):
    """The buffer does not grow for ever."""
    monkeypatch.setattr(channels, "MAX_PENDING", 2)
    _, up, channel = pipes
    for _ in range(3):
        channel.post(["x"])
    assert [len(frame) for frame in frames(up)] == [2]


def test_what_does_not_fit_into_a_frame_is_sent_in_several(pipes, monkeypatch):
    """In order; a single message is sent whole."""
    monkeypatch.setattr(channels, "MAX_BODY", 1000)
    _, up, channel = pipes
    for text in ("a", "b", "c" * 900, "d" * 2000):
        channel.post([text])
    channel.flush()
    assert [[message[0][0] for message in frame] for frame in frames(up)] == [["a", "b"], ["c"], ["d"]]


def test_a_question_takes_along_what_waited(pipes):
    """And returns the judge's answer."""
    down, up, channel = pipes
    os.write(down, frame(["advance", 1, 2, []]))
    channel.post(["a"])
    assert channel.ask(["idle", 0, 1]) == ["advance", 1, 2, []]
    assert frames(up) == [[["a"], ["idle", 0, 1]]]


def test_an_answer_may_come_in_pieces(pipes):
    """As pipes give it."""
    down, _, channel = pipes
    data = frame(["advance", 1, 2, [[1, "returned", "x" * 40_000]]])
    os.write(down, data)
    read, channel._read = channel._read, lambda descriptor, size: read(descriptor, min(size, 1000))
    assert channel.receive()[3][0][2] == "x" * 40_000


def test_a_signal_in_the_midst_of_a_frame_is_dealt_with_after_it(pipes):
    """What it sends is a frame of its own."""
    _, up, channel = pipes
    write = os.write

    def interrupted(descriptor, data):
        channel._write = write
        channel.between_frames(lambda: (channel.post(["late"]), channel.flush()))
        return write(descriptor, data[:3])

    channel._write = interrupted
    channel.post(["early"])
    channel.flush()
    assert frames(up) == [[["early"]], [["late"]]]


def test_a_signal_between_frames_is_dealt_with_at_once(pipes):
    """There is nothing to wait for."""
    _, _, channel = pipes
    done = []
    channel.between_frames(lambda: done.append(1))
    assert done == [1]


def test_a_silent_channel_sends_nothing(pipes):
    """A forked copy of the process must not speak for it."""
    _, up, channel = pipes
    channel.post(["before"])
    channel.silence()
    channel.post(["after"])
    channel.flush()
    assert frames(up) == []


def test_nothing_follows_the_last_message(pipes):
    """A thread that goes on is not heard any more."""
    _, up, channel = pipes
    channel.post(["before"])
    channel.close_with(["last"])
    channel.post(["after"])
    channel.flush()
    assert frames(up) == [[["before"], ["last"]]]


def test_no_judge_is_an_error(pipes):
    """An end of file in the midst of a frame, too."""
    down, _, channel = pipes
    os.write(down, b"\0\0\0\x09[1")
    spare = os.dup(down)
    os.close(down)
    os.close(spare)
    os.open(os.devnull, os.O_RDONLY)  # takes the number that the fixture closes
    with pytest.raises(EOFError):
        channel.receive()
