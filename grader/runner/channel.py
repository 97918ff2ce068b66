"""The judge's end of the channel: bytes to messages, strictly.

The messages are told in `grader/engine/channel.py`. A frame is taken whole or not at all; what does not decode, or is
larger than a frame of ours can be, is a `ProtocolError`, and the run's outcome is `Protocol`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from grader.model import Event, Printed

MAX_FRAME = 8 * 2**20
"""Bytes in one frame: a trace's events go up in pieces of 64 KiB, one result in one piece."""

MAX_RUN = 128 * 2**20
"""Bytes in all frames of a run: more than the engine's own limit on events lets through."""


class ProtocolError(Exception):
    """What came is not what our own code sends."""


class Ready(msgspec.Struct, frozen=True, array_like=True, tag="ready"):
    """What confines the runner is in force, and no line of the program has run."""


class Ask(msgspec.Struct, frozen=True, array_like=True, tag="ask"):
    """A service was called."""

    time: int
    request: int
    service: str
    arguments: list[Any]
    keywords: list[tuple[str, Any]]
    call: int | None


class GiveUp(msgspec.Struct, frozen=True, array_like=True, tag="give-up"):
    """The caller of a service was cancelled."""

    time: int
    request: int


class Loaded(msgspec.Struct, frozen=True, array_like=True, tag="loaded"):
    """The file was loaded."""


class Idle(msgspec.Struct, frozen=True, array_like=True, tag="idle"):
    """Nothing to do before `target`."""

    time: int
    target: int | None


class Wait(msgspec.Struct, frozen=True, array_like=True, tag="wait"):
    """The clock goes on: nothing is due before."""

    time: int
    until: int


class Result(msgspec.Struct, frozen=True, array_like=True, tag="result"):
    """The end of the run."""

    time: int
    value: Any
    outcome: Any


class Next(msgspec.Struct, frozen=True, array_like=True, tag="next"):
    """The process can take another job."""


class Probed(msgspec.Struct, frozen=True, array_like=True, tag="probed"):
    """What came of trying what must not be possible."""

    outcomes: dict[str, str]
    """What was tried → why it was refused; empty: it was possible."""


Message = Event | Ready | Probed | Ask | GiveUp | Loaded | Idle | Wait | Result | Next

_decoder = msgspec.json.Decoder(list[Message])


class Frames:
    """Cuts a stream of bytes into frames and decodes them."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._taken = 0

    def feed(self, data: bytes) -> Iterator[Message]:
        """Take bytes; yield the messages that are complete now. Raises ProtocolError, after what came before it."""
        self._taken += len(data)
        if self._taken > MAX_RUN:
            raise ProtocolError("a run that has too much to tell")
        self._buffer += data
        while len(self._buffer) >= 4:
            size = int.from_bytes(self._buffer[:4], "big")
            if size > MAX_FRAME:
                raise ProtocolError("a frame is too large")
            if len(self._buffer) < 4 + size:
                break
            body = bytes(self._buffer[4 : 4 + size])
            del self._buffer[: 4 + size]
            yield from decode_frame(body)

    @property
    def incomplete(self) -> bool:
        """Whether a frame has begun that has not ended."""
        return bool(self._buffer)


def decode_frame(body: bytes) -> list[Message]:
    """Decode one frame. Raises ProtocolError."""
    try:
        messages = _decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError) as error:
        raise ProtocolError(f"not a frame: {error}") from error
    for message in messages:
        if isinstance(message, Printed) and "\n" in message.text:
            raise ProtocolError("a line with a newline in it")
    return messages


def frame(message: list[Any]) -> bytes:
    """Write a frame for the runner."""
    body = msgspec.json.encode(message)
    return len(body).to_bytes(4, "big") + body
