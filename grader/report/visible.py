r"""Text of learners made safe to show: what cannot be seen is written as an escape, what is too long is cut.

Source, names, output and error texts may hold anything: colour codes that would repaint a terminal, marks that turn the
direction of writing round, lone surrogates that no file can hold. Every format that people read shows them as Python
would write them: `\x1b`, `\u202e`, `\ud800`.
"""

from __future__ import annotations

JOINERS = "\u200c\u200d"
"""Invisible, but part of how names and signs are written in many scripts, and harmless."""

ASCII = str.maketrans(
    {
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "·": "-",
        "→": "->",
        "×": "x",
    }
)
"""Our own signs -> what stands for them where there is only ASCII."""


def visible(text: str, keep: str = "") -> str:
    r"""Write every character that cannot be seen as an escape, but for those in `keep`.

    >>> print(visible("a\x1b[31mb\u202e\n"))
    a\x1b[31mb\u202e\n
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in keep or sign in JOINERS else escape(sign) for sign in text)


def escape(sign: str) -> str:
    """Write a character the way Python does in a string."""
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(sign)
    if short is not None:
        return short
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def ascii_only(text: str) -> str:
    """Write a text with ASCII characters only."""
    return text.translate(ASCII).encode("ascii", "backslashreplace").decode("ascii")


def cut(text: str, most: int) -> str:
    """Cut a text to about `most` characters, and say how long it was.

    >>> cut("abcdefghij", 4)
    'abcd… (10 characters)'
    """
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"


def shorten(text: str, most: int) -> str:
    """Cut a text to `most` characters where it can be read in full elsewhere.

    >>> shorten("abcdefghij", 4), shorten("ab cd efghij", 8)
    ('abc…', 'ab cd…')
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    space = kept.rfind(" ", most // 2)
    return f"{kept if space < 0 else kept[:space].rstrip(',;:')}…"
