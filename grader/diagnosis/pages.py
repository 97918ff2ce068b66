"""The page of each code: what the mistake means, an example, and what to write in its place."""

from __future__ import annotations

from importlib.resources import files

from grader.errors import NotFoundError


def codes() -> tuple[str, ...]:
    """Return every code that has a page, in alphabetical order."""
    folder = files(__package__) / "rules"
    return tuple(sorted(entry.name.removesuffix(".md") for entry in folder.iterdir() if entry.name.endswith(".md")))


def page(code: str) -> str:
    """Return the page of a code, as Markdown. Raises NotFoundError for a code that has none."""
    if code not in codes():
        raise NotFoundError(f"there is no diagnosis called {code!r}; `grade explain` lists them")
    return (files(__package__) / "rules" / f"{code}.md").read_text("utf-8")


def title(code: str) -> str:
    """Return what the page of a code is called: it says what the mistake is, in no program's words."""
    return page(code).partition("\n")[0].partition(": ")[2] or code
