"""`grade completion SHELL`: what makes a shell complete `grade` on Tab; and the answers when it asks.

The shell's script calls `grade` with the words so far in environment variables, by click's protocol. click would answer
for the command that grades only: here the verb's own answers, and verbs are offered in the first place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from .command import VARIABLE, VERBS, find
from .helping import Command

SHELLS = ("bash", "zsh", "fish")

EPILOG = """\b
Examples, to install it once:
  bash   echo 'eval "$(grade completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(grade completion zsh)"' >> ~/.zshrc
  fish   grade completion fish > ~/.config/fish/completions/grade.fish

Then open a new terminal. `grade` must be on the path there.
"""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print what makes a shell complete verbs, exercises, options, formats and codes of diagnostics."""
    click.echo(_answerer(shell).source())
    return 0


def answer(instruction: str) -> int:
    """Answer a shell that asks what could stand next: `instruction` is `bash_complete`, the words are in variables."""
    click.echo(_answerer(instruction.partition("_")[0]).complete())
    return 0


def exercises(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer exercises by slug, name or number, whichever of them is being typed."""
    from grader.exercise import course_root, load_course

    slugs = load_course(course_root()).exercises
    return _starting(typed, slugs) or _starting(typed, (slug.partition("_")[2] for slug in slugs))


def exercises_or_files(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer exercises, and files where none begins like this."""
    return exercises(context, parameter, typed) or [CompletionItem(typed, type="file")]


def codes(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer codes of diagnostics."""
    from .pages import PAGES

    return _starting(typed, (page.stem for page in sorted(PAGES.glob("*.md"))))


def _starting(typed: str, words: Iterable[str]) -> list[CompletionItem[str]]:
    return [CompletionItem(word) for word in words if word.startswith(typed)]


class _AllVerbs(ShellComplete):
    """Mixed into click's class for a shell."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """Return what the verb offers that is typed already, or the verbs and what the command without one offers."""
        verb, rest = (args[0], args[1:]) if args and args[0] in VERBS else ("", args)
        offered = ShellComplete(find(verb), {}, "grade", VARIABLE).get_completions(rest, incomplete)
        verbs = [] if args else [name for name in sorted(VERBS) if name.startswith(incomplete)]
        words = [CompletionItem(name, help=find(name).get_short_help_str(60)) for name in verbs]
        words += [item for item in offered if item.type == "plain"]
        return words or offered  # bash forgets the words before a request for files


def _answerer(shell: str) -> ShellComplete:
    """Return what speaks a shell's language, and knows all verbs."""
    language = get_completion_class(shell)
    if language is None:
        raise click.UsageError(f"no completion for the shell {shell!r}; there is one for {', '.join(SHELLS)}")
    answerer = type("Answerer", (_AllVerbs, language), {})
    return cast(ShellComplete, answerer(click.Command("grade"), {}, "grade", VARIABLE))
