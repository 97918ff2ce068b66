"""Writes figures into a page of the documentation, between the two comments that bear their name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path


def put(page: Path, name: str, text: str) -> None:
    """Put a text where the page has `<!-- NAME -->` … `<!-- /NAME -->`, in place of what is there."""
    before = page.read_text("utf-8")
    after, times = re.subn(
        rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
        lambda found: f"{found[1]}\n{text}\n\n{found[2]}",
        before,
        flags=re.S,
    )
    if times != 1:
        raise SystemExit(f"{page} has no place for {name}: a line `<!-- {name} -->`, and one `<!-- /{name} -->`")
    page.write_text(after, "utf-8")


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write a table in Markdown; all but the first column are figures."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def setting(machine: Mapping[str, object]) -> str:
    """Say where and when it was measured."""
    return (
        f"Measured on {machine['when']}: Python {machine['python']}, {machine['system']}, {machine['cores']} cores, "
        f"a load of {machine['load']} when it began."
    )
