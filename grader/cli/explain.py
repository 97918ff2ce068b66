"""`grade explain [CODE]`: the page of a diagnostic, or the list of all."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from grader.errors import NotFoundError

from . import completion, console
from .pages import PAGES, show
from .verb import verb


@verb("""
grade explain sequential-awaits  what it means, with an example
grade explain                    all codes
""")
@click.argument("code", required=False, shell_complete=completion.codes)
def command(code: str | None) -> None:
    """Show what a diagnostic means, why it matters, and an example; without CODE, list all diagnostics."""
    if code is None:
        console.echo("\n".join(filter(None, (_last(), _list()))))
        return
    code = code.lower().replace("_", "-")
    page = PAGES / f"{code}.md"
    if page not in PAGES.glob("*.md"):
        raise NotFoundError(f"no diagnostic is called {code!r}.{_offer(code)}")
    show(page.read_text("utf-8"))


def _last() -> str:
    """Return a line that names the code of the last report in this course folder; empty where there is none."""
    from grader.course.writing import with_progress

    here = Path.cwd()
    if not any(with_progress(here)):
        return ""  # nothing more is loaded to list what there is
    from grader.course import progress
    from grader.course.workspace import find_workspace
    from grader.errors import ProgressError

    workspace = find_workspace(here)
    if workspace is None:
        return ""
    try:
        known = progress.read(workspace)
    except ProgressError:
        return ""
    code = known.of(known.last).code if known.last else ""
    return f"The last report named {code}: `grade explain {code}`.\n" if code else ""


def _list() -> str:
    titles = (page.read_text("utf-8").partition("\n")[0].removeprefix("# ") for page in sorted(PAGES.glob("*.md")))
    return "\n".join(["The diagnostics; `grade explain CODE` shows one of them.", "", *titles])


def _offer(code: str) -> str:
    close = get_close_matches(code, [page.stem for page in PAGES.glob("*.md")], n=3)
    return f" Close to it: {', '.join(close)}." if close else " `grade explain` lists them."
