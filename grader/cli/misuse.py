"""What is said of arguments that nobody understands: what was meant, perhaps, and where help is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from grader.errors import GraderError, NotFoundError


def told(error: click.ClickException | GraderError, arguments: Sequence[str], verbs: Collection[str]) -> str:
    """Say of an error what is wrong with the arguments; `verbs` is what the command knows beside exercises."""
    meant = _meant(arguments, verbs) if isinstance(error, click.ClickException | NotFoundError) else ""
    if meant:
        words = f"nothing is called {arguments[0]!r}. Is `grade {meant}` meant?"
    else:
        words = _words(error) if isinstance(error, click.ClickException) else str(error)
    if isinstance(error, click.ClickException):
        verb = f" {arguments[0]}" if arguments and arguments[0] in verbs else ""
        words += f"{_example(error)}\nTry `grade{verb} --help`."
    return words


def _words(error: click.ClickException) -> str:
    """Say what click says in words of its own, as the rest of the command speaks."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return f"there is no option {name}." + (f" Is {near[0]} meant?" if near else "")
        case click.BadOptionUsage(option_name=name):
            return f"{name} takes no value." if "not take" in error.message else f"{name} needs a value behind it."
        case click.MissingParameter(param=click.Parameter() as parameter):
            choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
            return f"{_name(parameter)} is missing{': one of ' if choices else ''}{', '.join(choices)}."
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)}: {re.sub(_RANGE, _least, error.message).rstrip('.')}."
    return re.sub(r"Got \w+ extra arguments? \((.*)\)", r"too many arguments: \1.", error.format_message())


_RANGE = r"is not in the range x>(=?)(\S+?)\.?$"


def _least(found: re.Match[str]) -> str:
    return f"is less than {found[2]}" if found[1] else f"is not more than {found[2]}"


def _name(parameter: click.Parameter) -> str:
    """Return what the help calls an option or an argument."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name.strip("[.]")


def _meant(arguments: Sequence[str], verbs: Collection[str]) -> str:
    """Return the arguments with the verb that is close to the first, or without a first that is none; else nothing."""
    first, *rest = arguments or [""]
    if not first or first in verbs or first.startswith("-") or Path(first).exists():
        return ""
    if near := get_close_matches(first, [*verbs, "help"], n=1, cutoff=0.7):
        return " ".join([*near, *rest])
    return " ".join(rest) if rest and _is_exercise(rest[0]) and not _is_exercise(first) else ""


def _is_exercise(name: str) -> bool:
    from grader.exercise import course_root, find_slug, load_course

    try:
        return bool(find_slug(name, load_course(course_root())))
    except GraderError:
        return False


def _example(error: click.ClickException) -> str:
    """Return the first example of the verb's help, where an argument is missing."""
    if not isinstance(error, click.MissingParameter) or error.ctx is None:
        return ""
    example = re.search(r"^  (grade .*?)(?:  |$)", error.ctx.command.epilog or "", re.MULTILINE)
    return f" For example: `{example[1]}`." if example else ""
