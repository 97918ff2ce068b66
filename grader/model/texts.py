"""Texts that are too long to be shown whole."""

from __future__ import annotations


def apart(one: str, other: str, most: int) -> tuple[str, str]:
    """Cut two texts to at most `most` characters each, so that where they begin to differ stays in sight.

    >>> apart("a long line with 1", "a long line with 2", 10)
    ('…ith 1', '…ith 2')
    >>> apart("a 1 in a long line", "a 2 in a long line", 10)
    ('a 1 in a …', 'a 2 in a …')
    """
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    same = next(differing, min(len(one), len(other)))
    start = max(0, same - most // 2) if same >= most - 1 else 0
    return _from(one, start, most), _from(other, start, most)


def _from(text: str, start: int, most: int) -> str:
    text = f"…{text[start + 1 :]}" if start else text
    return text if len(text) <= most else f"{text[: most - 1]}…"
