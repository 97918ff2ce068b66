"""A schedule as a short text: what a report gives, and `grade FILE --schedule TOKEN` takes to show a run again.

A token knows which program and which check it belongs to, by digests of a few bytes, and checks its own integrity.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.errors import UsageError
from grader.runner.schedule import KNOBS, Knob

VERSION = 1
PROGRAM, CHECK, SUM = 4, 3, 3
"""Bytes of a program's digest, of a check's, and of the token's own."""


@dataclass(frozen=True, kw_only=True)
class Token:
    """One schedule of one exploration in one check of one program."""

    program: bytes
    """Digest of the program's text."""
    check: bytes
    """Digest of the exercise and the check."""
    exploration: int
    """Which exploration of the check, from 1."""
    number: int
    """Which schedule it was, from 1."""
    schedules: int
    """Of how many."""
    knobs: tuple[Knob, ...]
    """What might vary."""
    choices: Mapping[tuple[Knob, int], int]
    """The choices that are not 0; empty where they are drawn again."""
    drawn: bool = False
    """Whether the choices are those that the schedule's own seed gives."""


def encode(token: Token) -> str:
    """Write a token: lower-case letters and digits."""
    numbers = [VERSION, token.exploration, token.number, token.schedules, int(token.drawn)]
    numbers.append(sum(1 << KNOBS.index(knob) for knob in token.knobs))
    for (knob, number), choice in sorted(token.choices.items(), key=lambda item: (KNOBS.index(item[0][0]), item[0][1])):
        numbers += [KNOBS.index(knob), number, choice]
    body = b"".join(map(_varint, numbers))
    data = bytes([len(body) % 256]) + body + token.program + token.check
    return _text(data + _sum(data))


def decode(text: str) -> Token:
    """Read a token. Raises UsageError for a text that is none."""
    plain = text.strip().upper()
    try:
        data = base64.b32decode(plain + "=" * (-len(plain) % 8))
    except ValueError:
        data = b""
    exact = _text(data) == text.strip().lower()  # the bits that fill the last letter up are zeros
    data, ending = data[:-SUM], data[-SUM:]
    if len(data) <= 1 + PROGRAM + CHECK or ending != _sum(data) or not exact:
        raise UsageError(f"{text!r} is no schedule: a character of it may be missing or wrong")
    body, program, check = data[1 : -PROGRAM - CHECK], data[-PROGRAM - CHECK : -CHECK], data[-CHECK:]
    version, *numbers = _numbers(body)
    if version != VERSION:
        raise UsageError(f"{text!r} was made by another version of the grader")
    exploration, number, schedules, drawn, mask, *triples = numbers
    return Token(
        program=program,
        check=check,
        exploration=exploration,
        number=number,
        schedules=schedules,
        knobs=tuple(knob for place, knob in enumerate(KNOBS) if mask >> place & 1),
        choices={
            (KNOBS[knob], place): choice
            for knob, place, choice in zip(triples[::3], triples[1::3], triples[2::3], strict=True)
        },
        drawn=bool(drawn),
    )


def _text(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(b"schedule" + data).digest()[:SUM]


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _numbers(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
