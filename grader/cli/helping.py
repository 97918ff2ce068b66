"""What every verb has as a command: its help, a page of it at a time, and `--debug`, which stands last in it."""

from __future__ import annotations

from typing import Any

import click

from . import console


class Command(click.Command):
    """A verb."""

    def __init__(self, name: str | None, *, context_settings: dict[str, Any] | None = None, **attributes: Any) -> None:
        """Make a command as click does, with what all of ours have."""
        settings = {"help_option_names": ["-h", "--help"], **(context_settings or {})}
        super().__init__(name, context_settings=settings, **attributes)
        words = "Show the traceback of an error of the grader's own."
        self.params.append(click.Option(["--debug"], is_flag=True, help=words, expose_value=False))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's own option, which shows the help in a pager where the terminal is lower than it."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show
        return option


def _show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        console.page(f"{ctx.get_help()}\n")
        ctx.exit()
