"""`grade gradescope-zip EXERCISE…`: the zip of an autograder for Gradescope."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import UsageError
from grader.model import Tier

from . import completion, console, options
from .verb import verb


@verb("""
grade gradescope-zip 02                    autograder.zip, for 02_gather
grade gradescope-zip 02 03 04 -o week1.zip
                                           whose file comes is graded
grade gradescope-zip ./31_mine             an exercise of your own
grade gradescope-zip 02 --wheel asyncgrade-0.1.0-py3-none-any.whl
                                           installed without the index
""")
@click.argument("exercises", nargs=-1, required=True, metavar="EXERCISE...", shell_complete=completion.exercises)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("autograder.zip"),
    help="Write the zip to this file; by default autograder.zip.",
)
@click.option(
    "--wheel",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Install asyncgrade from this wheel, which the zip then holds; by default from the package index.",
)
@click.option(
    "--require",
    type=click.Choice(options.TIERS),
    default="sealed",
    help="Grade only under this isolation or better; by default sealed, the best that Linux has.",
)
@click.option(
    "--seconds",
    type=click.IntRange(min=60),
    default=600,
    help="The time limit of the assignment on Gradescope; by default 600.",
)
@options.deciding
def command(
    exercises: tuple[str, ...],
    output: Path,
    wheel: Path | None,
    require: Tier,
    seconds: int,
    checks: Path | None,
    grading_toml: Path | None,
) -> int:
    """Make an autograder for Gradescope, as a zip to upload, of one exercise or several.

    Of several, the one is graded whose file is handed in. It runs for each submission, needs no network then, and says
    what is wrong also where it breaks. The secret in ASYNCGRADE_SECRET, if any, goes into the zip.
    """
    from grader.batch.gradescope.bundle import packed
    from grader.exercise import course_root, find_exercise

    folders = [find_exercise(name, course_root()) for name in exercises]
    data = packed(
        folders,
        checks=checks,
        grading=grading_toml,
        wheel=wheel,
        require=require,
        secret=options.secret(),
        seconds=seconds,
    )
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{output} cannot be written ({error.strerror}): name another file") from error
    console.echo(f"{output}: an autograder for {', '.join(folder.name for folder in folders)}")
    return 0
