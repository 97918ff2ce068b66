"""`grade doctor`: how programs are isolated on this machine, as it is tried."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

import click

from grader import __version__

from . import console, options
from .verb import verb

if TYPE_CHECKING:
    from grader.runner import Backend, Isolation

WIDTH = 80
"""Columns of the table; where there are fewer, or nobody sees it, a row is a sentence."""


@verb("""
grade doctor                   what is refused to programs, and what is not
grade doctor --require sealed  with exit code 6 where that is not to be had
""")
@options.backend
@click.option(
    "--require",
    type=click.Choice(options.TIERS),
    help="Exit with 6 where the isolation is not at least this.",
)
def command(backend: str | None, require: str | None) -> None:
    """Try what a program must not be able to do, confined as submissions are, and without: for comparison."""
    from grader.runner import isolation, start

    with_it, without = (_probed(start(backend, confined=confined)) for confined in (True, False))  # type: ignore[arg-type]
    console.echo(f"asyncgrade {__version__}, Python {platform.python_version()}, {sys.platform}")
    console.say(f"isolation: {with_it.tier} ({isolation.MEANINGS[with_it.tier]})")
    open_ = sum(not refusal for refusal in with_it.probes.values())
    console.say(
        f"Not refused, of what is below: {open_}.\n" if open_ else "All that is below is refused, as it must be.\n"
    )
    rows = [
        (name, _word(refusal), "refused" if without.probes[name] else "possible")
        for name, refusal in with_it.probes.items()
    ]
    if console.heard() or console.width() < WIDTH:
        for name, confined, not_confined in rows:
            console.say(f"{name}: {confined} (without isolation: {not_confined})")
    else:
        for row in (("what a program tries", "confined", "without isolation"), *rows):
            console.echo(_line(*row))
    isolation.demand(with_it, require or "none")  # type: ignore[arg-type]


def _probed(backend: Backend) -> Isolation:
    from grader.runner.isolation import probe

    try:
        return probe(backend)
    finally:
        backend.close()


def _word(refusal: str) -> str:
    return f"refused: {refusal}" if refusal else "POSSIBLE"


def _line(name: str, confined: str, not_confined: str) -> str:
    return f"{name:36}{confined:24.24}{not_confined:.20}"
