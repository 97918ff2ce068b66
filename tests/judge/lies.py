"""Lies about a run: what can be done to one message of a script, and to all messages of one kind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from grader.runner.channel import Message as Known

from .border import ACTS, Message, Script

TEXTS = ("", "returned", "cancelled", "task", "Task A started", "\x1b[2J", "x" * 10_000)
NUMBERS = (-1, 0, 1, 2, 250_000_000, 10**9, 2 * 10**9, 4 * 10**9, 10**18, 2**70)
OTHERS: tuple[Any, ...] = (None, True, 1.5, [], {}, [["x"]], ["gather.py", 1], ["bounded.py", 10**6], "1", 1)


@dataclass(frozen=True)
class Lie:
    """A script with a lie in it."""

    what: str
    """What was done, and to which message."""
    script: Script


def kinds() -> dict[str, type[msgspec.Struct]]:
    """Return every message that the channel knows, by its name."""
    return {kind.__struct_config__.tag: kind for kind in get_args(Known)}


def forged(name: str, time: int) -> Message:
    """Make up a message of a kind, as plausible as can be had without knowing more than the types of its fields."""
    made: Message = [name]
    for field in msgspec.structs.fields(kinds()[name]):
        made.append(_plausible(field.name, field.type, time))
    return made


def _plausible(name: str, kind: Any, time: int) -> Any:
    if name in ("time", "until", "target"):
        return time
    info = msgspec.inspect.type_info(kind)
    options = getattr(info, "types", (info,))
    first = options[0]
    match first:
        case msgspec.inspect.IntType():
            return 1
        case msgspec.inspect.LiteralType():
            return first.values[0]
        case msgspec.inspect.StrType():
            return "task"
        case msgspec.inspect.ListType() | msgspec.inspect.VarTupleType():
            return []
        case msgspec.inspect.DictType():
            return {}
    return ["d", ["kind", "returned"]] if name == "outcome" else None


MOST = 500
"""Messages of a script that are lied about, about."""


def of_one_message(script: Script, right: Script, chance: random.Random) -> Iterator[Lie]:
    """Yield scripts in which one message is dropped, doubled, moved, forged or changed, or comes from a right run.

    In a script of thousands of messages, which is a loop's, some of them: every one of them makes a script as long.
    """
    names = list(kinds())
    for place in range(0, len(script), max(1, len(script) // MOST)):
        message = script[place]
        before, after = script[:place], script[place + 1 :]
        name = message[0]
        yield Lie(f"{name} dropped", before + after)
        yield Lie(f"{name} doubled", [*before, message, message, *after])
        for other in {place + 1, chance.randrange(len(script))} - {place, len(script)}:
            swapped = script.copy()
            swapped[place], swapped[other] = script[other], message
            yield Lie(f"{name} swapped with {script[other][0]}", swapped)
        for number, value in enumerate(message[1:], 1):
            for instead in _instead(value, name, number, right, chance):
                yield Lie(
                    f"{name} says {instead!r:.60}",
                    [*before, [*message[:number], instead, *message[number + 1 :]], *after],
                )
        yield Lie(f"{name} lacks a field", [*before, message[:-1], *after])
        yield Lie(f"{name} has one more field", [*before, [*message, None], *after])
        time = message[1] if len(message) > 1 else 0
        new = names[(place + chance.randrange(len(names))) % len(names)]
        yield Lie(f"{new} forged before {name}", [*before, forged(new, time), message, *after])
        if right:
            found = chance.choice(right)
            yield Lie(f"{found[0]} of a right run before {name}", [*before, found, message, *after])
            yield Lie(f"{found[0]} of a right run for {name}", [*before, found, *after])


def _instead(value: Any, name: str, number: int, right: Script, chance: random.Random) -> Iterator[Any]:
    same = [other[number] for other in right if other[0] == name and number < len(other) and other[number] != value]
    pools = [*same, *OTHERS], NUMBERS if isinstance(value, int) else TEXTS
    for pool in pools:
        for _ in range(3):
            instead = chance.choice(pool)
            if instead != value or type(instead) is not type(value):
                yield instead


def of_one_kind(script: Script, right: Script) -> Iterator[Lie]:
    """Yield scripts in which all messages of a kind are gone, or are those of a right run, in its order."""
    for name in sorted({message[0] for message in [*script, *right]}):
        rest = [message for message in script if message[0] != name]
        yield Lie(f"every {name} dropped", rest)
        taken = [message for message in right if message[0] == name]
        yield Lie(f"every {name} of a right run", _merged(rest, taken))
    yield silent(script)
    yield Lie("every report of a right run", _merged(_acts(script), _reports(right)))
    yield boast(script, right)


def silent(script: Script) -> Lie:
    """Tell nothing of the inside."""
    return Lie("every report dropped", _acts(script))


def boast(script: Script, right: Script) -> Lie:
    """Do what a program does, and claim the lines and all the inside of a right run."""
    lines = [message for message in right if message[0] == "printed"]
    rest = [message for message in _acts(script) if message[0] != "printed"]
    return Lie("every claim of a right run", _merged(rest, [*lines, *_reports(right)]))


def _acts(script: Script) -> Script:
    return [message for message in script if message[0] in ACTS]


def _reports(script: Script) -> Script:
    return [message for message in script if message[0] not in ACTS]


def _merged(rest: Script, taken: Script) -> Script:
    """Put messages among others, by their times; a result comes last, and nothing before the file is loaded."""
    order = {"ready": -2, "loaded": -1}

    def key(message: Message) -> tuple[bool, float, bool]:
        name, time = message[0], message[1] if len(message) > 1 else 0
        return name == "result", order.get(name, time), name in ("wait", "idle")

    return sorted([*rest, *taken], key=key)
