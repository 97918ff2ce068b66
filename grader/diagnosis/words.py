"""How a diagnosis is worded: code in backticks, cut where it is long; headlines of at most a hundred characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.model import apart

HEADLINE = 100
"""Characters in a headline."""


def cut(text: str, limit: int) -> str:
    """Cut a text that is longer than `limit` characters.

    >>> cut("abcdef", 4), cut("abcd", 4)
    ('abc…', 'abcd')
    """
    return text if len(text) <= limit else text[: limit - 1] + "…"


def quoted(code: str, limit: int = 40) -> str:
    """Write code in backticks, on one line.

    >>> quoted("task(1)")
    '`task(1)`'
    """
    return f"`{cut(' '.join(code.split()).replace('`', chr(39)), limit)}`"


def both_quoted(one: str, other: str, limit: int = 40) -> tuple[str, str]:
    """Write two pieces in backticks, on one line each, so that where they begin to differ stays in sight.

    >>> both_quoted("a long line: 1", "a long line: 2", 8)
    ('`…e: 1`', '`…e: 2`')
    """
    shown = apart(" ".join(one.split()), " ".join(other.split()), limit)
    return quoted(shown[0], limit), quoted(shown[1], limit)


def called(call: str) -> str:
    """Write a call in backticks, without arguments of which only the class is known.

    >>> called("serve(<StreamReader>, <StreamWriter>)"), called("task('a', <Lock>)")
    ('`serve(…)`', "`task('a', <Lock>)`")
    """
    return quoted(re.sub(r"\((<\w+>(, (?=<)|(?=\))))+\)$", "(…)", call))


def named(kind: str) -> str:
    """Write a class with its article, in the words of a learner.

    >>> named("Semaphore"), named("int"), named("NoneType"), named("builtin_function_or_method")
    ('a Semaphore', 'an int', 'None', 'a function')
    """
    kind = {"NoneType": "None", "builtin_function_or_method": "function"}.get(kind, kind)
    return kind if kind == "None" else f"{'an' if kind[0].lower() in 'aeiou' else 'a'} {kind}"


def without_addresses(text: str) -> str:
    """Leave out where objects lie in memory, which differs from run to run.

    >>> without_addresses("got <function main at 0x7f01>")
    'got <function main>'
    """
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)


def plain(text: str) -> str:
    """Write a message without the addresses, paths and states that objects show; of an empty one, its class alone.

    >>> plain("got <Task pending coro=<f() at /x/y.py:3>> here"), plain("TimeoutError: ")
    ('got <Task> here', 'TimeoutError')
    """
    text = re.sub(r" at (0x[0-9a-f]+|/[^\s>]+)", "", text)
    before = ""
    while before != text:
        before, text = text, re.sub(r"<([^<>]*)(>|$)", _class_only, text)
    return text.replace("‹", "<").replace("›", ">").removesuffix(": ")


def _class_only(shown: re.Match[str]) -> str:
    """Keep the class of an object that shows itself in angle brackets, and other things in brackets as they are."""
    name = re.match(r"_?(?:[\w.]+\.)?([A-Z]\w+)\b", shown[1])
    return f"‹{name[1]}›" if name is not None else f"‹{shown[1]}{shown[2].replace('>', '›')}"


def listed(items: Sequence[str], limit: int = 3) -> str:
    """Join things as a sentence does.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c", "d", "e"])
    ('a, b and c', 'a, b, c and 2 more')
    """
    shown = list(items) if len(items) <= limit else [*items[:limit], f"{len(items) - limit} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def counted(number: int, noun: str) -> str:
    """Write a number of things.

    >>> counted(1, "time"), counted(3, "time")
    ('1 time', '3 times')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def words_of(text: str) -> list[str]:
    """Return the words of a line."""
    return re.findall(r"\w+", text)
