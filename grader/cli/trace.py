"""`grade trace FILE [ARGUMENTS]`: run any asyncio program, and show what it did and why."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from grader.errors import UsageError

from . import console, options
from .helping import Command

FORMATS = (*console.FORMATS, "perfetto")
"""What `--format` can be."""

OURS = ("--format", "--real-time", "--exit-zero", "--backend", "--plain")
"""Options that few programs have but this verb: who writes one behind the file most likely means it for the verb."""

EPILOG = """\b
Examples:
  grade trace app.py --port 8080       what follows FILE is the program's own
  grade trace -m package.app           as `python -m package.app`
  grade trace --real-time app.py       with the machine's clock and network
  grade trace --format html -o run.html app.py
  grade trace --format perfetto -o run.json app.py
                                       open it at https://ui.perfetto.dev

\b
Exit codes: 0 the program ended by itself and no mistakes were seen,
1 a mistake, an error, an exit status or a limit, 2 interrupted,
3 the grader's own error, 4 wrong usage, 5 no such file.
"""


@click.command(cls=Command, epilog=EPILOG, context_settings={"allow_interspersed_args": False})
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "-m", "module", is_flag=True, help="FILE is a module or package, run as `python -m` does from this folder."
)
@click.option("--real-time", is_flag=True, help="Wait for real, and use the machine's network: times are not exact.")
@click.option(
    "--limit",
    type=click.FloatRange(min=0, min_open=True),
    default=3600.0,
    metavar="SECONDS",
    help="End the program after so many seconds on its clock; by default 3600.",
)
@click.option("--python", metavar="PATH", default=sys.executable, help="Run it with this Python and its packages.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="How to write the trace. By default terminal, or plain where standard output is no terminal.",
)
@options.plain
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the trace to this file.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also for mistakes, errors and limits.")
@click.option(
    "--backend",
    type=click.Choice(("fork", "spawn")),
    help="How the program is started; by default chosen by the platform.",
)
def command(
    file: Path,
    arguments: tuple[str, ...],
    module: bool,
    real_time: bool,
    limit: float,
    python: str,
    format_: str | None,
    plain: bool,
    output: Path | None,
    exit_zero: bool,
    backend: str | None,
) -> int:
    """Run any asyncio program, and show what it did: a timeline of its calls, its output, and its mistakes.

    The program runs on a virtual clock, as a script with its arguments: a wait of an hour costs no time. It is not
    isolated, and sees your files, environment and packages; its network lies in memory.
    """
    from grader.model import Interrupted
    from grader.report.traced import render
    from grader.tracing import read, read_module, trace

    from . import INTERRUPTED, delivery

    sources = read_module(str(file), Path.cwd()) if module else None
    file = sources.path.relative_to(sources.root) if sources is not None else file
    if output is not None and output.exists() and file.exists() and output.samefile(file):
        raise UsageError(f"{output} is the program that is run: name another file for the trace")
    if file.is_dir():
        raise UsageError(f"{file} is a folder: name the Python file in it that is to be run")
    sources = sources or read(file)
    with console.working(f"Running {file} …", "; Ctrl-C ends it, and shows what it did", steady=plain):
        traced = trace(
            sources,
            arguments,
            name=str(file),
            seconds=limit,
            real_time=real_time,
            python=python,
            backend=backend,
        )
    for argument in arguments:
        if argument.partition("=")[0] in OURS:
            console.note(
                f"grade: {argument} stands behind {file}, so the program got it; what is for grade comes before."
            )
    format_ = format_ or console.default_format(output, plain)
    delivery.write(partial(render, traced, format_), format_, output)
    if isinstance(traced.outcome, Interrupted):
        return INTERRUPTED
    return 0 if exit_zero or traced.is_right else 1
