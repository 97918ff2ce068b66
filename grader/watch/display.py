"""What stands on the screen: the report or what was asked for, when the file was saved, and the keys.

On a terminal the screen is drawn over what stood there; elsewhere, and for a screen reader, each report is written
below the one before, in full and without colour. `composed` is pure.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from grader.model import Report
from grader.report import render
from grader.report.screen import screen
from grader.report.sheet import MIN_WIDTH, Sheet

from .state import KEYS, QUIT, State

HOME, REST_OF_LINE, REST_OF_SCREEN, EMPTY = "\x1b[H", "\x1b[K", "\x1b[J", "\x1b[H\x1b[2J"
"""What a terminal does on these: to the first line; clear to the line's end, and the screen's; clear all."""

DIM = "\x1b[2m{}\x1b[0m"

NAMES = {"\n": "Enter"}
"""What a key is called that cannot be shown."""

BESIDE = 6
"""Lines that must be left for a report to stand below what was asked for."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """What can be shown."""

    color: bool
    """Whether colours are to be used."""
    unicode: bool
    """Whether there are signs beside ASCII."""
    keys: bool
    """Whether keys can be pressed."""
    width: Callable[[], int]
    """How many columns a report may take, now."""


# --- what to show ----------------------------------------------------------------------------------------------------


def composed(state: State, name: str, width: int, height: int, look: Look) -> list[str]:
    """Return the lines of a screen: the report or what was asked for, then a free line, the status and the keys."""
    keys = [keys_line(width)] if look.keys else []
    room = max(height - len(keys) - 2, 1)
    body, is_all = _body(state, name, width, room, look)
    status = _plain(status_line(state, name, is_all or not look.keys, width), width, look)[:1]
    below = [line[:width] for line in ("", *status, *keys)]
    return [*body[:room], *(DIM.format(line) if line and look.color else line for line in below)]


def keys_line(width: int) -> str:
    """Return the keys and their words, as many as fit; how to end it is the last to be left out.

    >>> keys_line(24)
    't task  h hint  q quit'
    """
    shown = {key: f"{NAMES.get(key, key)} {word}" for key, (word, _) in KEYS.items()}
    for key in reversed([key for key in KEYS if key != QUIT]):
        if len("  ".join(shown.values())) <= width:
            break
        del shown[key]
    return "  ".join(shown.values())


def status_line(state: State, name: str, is_all: bool, width: int = 0) -> str:
    """Say when the file was saved, and what is not to be seen; without the file's name where both do not fit."""
    saved = f"{'not graded since' if state.problem else 'saved at'} {state.saved}" if state.saved else ""
    again = " (nothing new)" if state.is_unchanged else ""
    line = f"{saved}{again}{'' if is_all else ' · the whole report: r'}"
    named = f"{name} {line}" if saved else f"{name}{line}"
    return line if saved and 0 < width < len(named) else named


def _body(state: State, name: str, width: int, room: int, look: Look) -> tuple[list[str], bool]:
    """Return the lines above the status, and whether the report is among them in full."""
    said = state.aside or state.problem
    above = _plain(said, width, look) if said else []
    if state.report is None or state.problem or (above and room - len(above) < BESIDE):
        return _cut(above, room, look) or _plain(f"Grading {name} …", width, look), True
    above = [*above, ""] if above else []
    below = ["", *_plain(state.then, width, look)] if state.has_passed and state.then else []
    left = room - len(above) - len(below)
    shown = screen(state.report, width=width, height=left, color=look.color, unicode=look.unicode)
    return [*above, *shown.lines, *below], not shown.left_out


def _cut(lines: list[str], room: int, look: Look) -> list[str]:
    """Return the first lines, with a sign where there are more than there is room for."""
    return lines if len(lines) <= room else [*lines[: room - 1], *_plain("…", MIN_WIDTH, look)]


def _plain(text: str, width: int, look: Look) -> list[str]:
    sheet = Sheet(width, color=False, unicode=look.unicode)
    for line in text.splitlines():
        sheet.say(line) if line else sheet.gap()
    return sheet.text().splitlines()


# --- showing it ------------------------------------------------------------------------------------------------------


class Drawn:
    """A terminal, whose screen is drawn afresh."""

    def __init__(self, stream: TextIO, name: str, look: Look) -> None:
        self._stream = stream
        self._name = name
        self._look = look
        self._size = (0, 0)
        self._lines: list[str] = []

    def show(self, state: State) -> None:
        """Draw the screen; only after a change of its size is it emptied before, so that nothing flickers."""
        columns, height = size = shutil.get_terminal_size()
        lines = composed(state, self._name, min(columns, self._look.width()), height, self._look)
        start = HOME if size == self._size else EMPTY
        self._size, self._lines = size, lines
        self._write(start + "\n".join(f"{line}{REST_OF_LINE}" for line in lines) + REST_OF_SCREEN)

    def begin(self, state: State) -> None:
        """Say in the last line that a grading has begun."""
        if not self._lines:
            self.show(state)
        self._write(f"\r{_plain('Grading …', self._size[0], self._look)[0]}{REST_OF_LINE}")

    def end(self) -> None:
        """Leave the screen as it is, with the cursor below it."""
        self._write("\n")

    def _write(self, text: str) -> None:
        _write(self._stream, text)


class Written:
    """A file, a pipe, or a screen reader's terminal: one report below the other."""

    def __init__(self, stream: TextIO, name: str, look: Look, format: str = "plain") -> None:
        self._stream = stream
        self._name = name
        self._look = look
        self._format = format
        self._written: Report | None = None

    def show(self, state: State) -> None:
        """Write what was asked for or is in the way, and the report if it is a new one."""
        width = self._look.width()
        texts = ["\n".join(_plain(said, width, self._look))] if (said := state.aside or state.problem) else []
        if state.report is not None and state.report is not self._written and not state.problem:
            self._written = state.report
            texts.append(render(state.report, self._format, width=width, unicode=self._look.unicode).rstrip("\n"))
            texts += [state.then] if state.has_passed and state.then else []
        if texts or state.is_unchanged:
            texts.append(status_line(state, self._name, True))
            texts += [keys_line(width)] if self._look.keys else []
            _write(self._stream, "\n\n".join(texts) + "\n\n")

    def begin(self, state: State) -> None:
        """Say nothing: what comes is said when it is there."""

    def end(self) -> None:
        """Leave it at that."""


def _write(stream: TextIO, text: str) -> None:
    stream.buffer.write(text.encode(stream.encoding or "utf-8", "replace"))
    stream.flush()
