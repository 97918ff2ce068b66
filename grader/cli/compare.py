"""`grade compare OUT1 OUT2`: whose points differ between two classes that were graded."""

from __future__ import annotations

from pathlib import Path

import click

from . import console, delivery
from .verb import verb


@verb("""
grade compare before after                          line by line
grade compare before after --format csv -o moved.csv
""")
@click.argument("before", metavar="OUT1", type=click.Path(file_okay=False, path_type=Path))
@click.argument("after", metavar="OUT2", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(("plain", "csv", "markdown")),
    default="plain",
    help="How to write it; by default plain.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def command(before: Path, after: Path, format_: str, output: Path | None) -> int:
    """Say whose points moved from the class in OUT1 to that in OUT2, and by which checks.

    Two folders of `grade batch`: with other checks, another version of asyncgrade, or another archive.
    """
    from grader.batch import comparison, results

    classes = []
    for folder in (before, after):
        with results.reopened(folder) as (journal, asked, _):
            classes.append(results.read(journal, asked))
    found = comparison.moves(*classes)
    text = comparison.FORMATS[format_](found)
    delivery.write(lambda **_: text, format_, output)
    if format_ == "plain" or output is not None:
        graded = sum(len(each.grades) for each in classes[1])
        console.echo(f"{len(found)} of {graded} moved.")
    return 0
