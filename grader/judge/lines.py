"""Lines of output, with and without their times."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import seconds

from .difference import Difference, Observed, both_capped, both_lines, cut, line_of
from .matchers import At, same_time

NOTHING_PRINTED = ("(nothing printed)",)
"""What stands for no lines."""


class Output(Observed):
    """Lines of standard output, each with its time."""

    def __init__(self, target: str, lines: Sequence[tuple[int, str]]) -> None:
        self.target = target
        self.lines = tuple(lines)

    def __iter__(self) -> object:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def texts(self) -> Texts:
        """The lines without their times."""
        return Texts(self.target, [text for _, text in self.lines])

    def difference(self, expected: object) -> Difference | None:
        """Compare with a list of `at(…)`."""
        if not isinstance(expected, list | tuple) or not all(isinstance(item, At) for item in expected):
            raise TypeError(f"output can be compared with a list of at(…), not with {expected!r}")
        wanted: list[At] = list(expected)
        message = self._first_difference(wanted)
        if message is None:
            return None
        due = [line for moment in wanted for line in _shown(moment)]
        due_shown, shown = both_capped(due, [f"t={seconds(time):<7} {text}" for time, text in self.lines])
        return Difference(message, due_shown, shown or NOTHING_PRINTED)

    def _first_difference(self, wanted: list[At]) -> str | None:
        position = 0
        for moment in wanted:
            found = self.lines[position : position + len(moment.lines)]
            texts = [text for _, text in found]
            if sorted(texts) != sorted(moment.lines) or (moment.ordered and texts != list(moment.lines)):
                return self._text_difference(moment, position)
            late = [(time, text) for time, text in found if not same_time(time, moment.time)]
            if late:
                time, text = late[0]
                return f"`{cut(text)}` was printed at t={seconds(time)}, not at t={seconds(moment.time)}"
            position += len(moment.lines)
        if position < len(self.lines):
            return f"a further line was printed: {line_of(self.lines[position][1])}"
        return None

    def _text_difference(self, moment: At, position: int) -> str:
        texts = [text for _, text in self.lines]
        missing = [line for line in moment.lines if line not in texts]
        if not texts:
            return f"`{self.target}` printed nothing"
        if missing:
            return f"`{cut(missing[0])}` was not printed"
        for found, due in zip(texts[position:], moment.lines, strict=False):
            if found not in moment.lines or (moment.ordered and found != due):
                return "{} was printed where {} was due".format(*both_lines(found, due))
        return f"`{cut(moment.lines[-1])}` was printed too early"


class Texts(Observed):
    """Lines of standard output, whatever their times."""

    def __init__(self, target: str, lines: Sequence[str]) -> None:
        self.target = target
        self.lines = tuple(lines)

    def difference(self, expected: object) -> Difference | None:
        """Compare with a list of lines."""
        if not isinstance(expected, list) or not all(isinstance(line, str) for line in expected):
            raise TypeError(f"texts can be compared with a list of lines, not with {expected!r}")
        if list(self.lines) == expected:
            return None
        due, found = both_capped(expected, list(self.lines))
        return Difference(self._first_difference(expected), due, found or NOTHING_PRINTED)

    def _first_difference(self, expected: list[str]) -> str:
        if not self.lines:
            return f"`{self.target}` printed nothing"
        for number, (found, due) in enumerate(zip(self.lines, expected, strict=False), 1):
            if found != due and found in expected[number:] and due in self.lines[number:]:
                return "{} was printed before {}, which was due first".format(*both_lines(found, due))
            if found != due:
                return "{} was printed where {} was due".format(*both_lines(found, due))
        if len(self.lines) > len(expected):
            return f"a further line was printed: {line_of(self.lines[len(expected)])}"
        return f"`{cut(expected[len(self.lines)])}` was not printed"


def _shown(moment: At) -> list[str]:
    note = "" if moment.ordered or len(moment.lines) < 2 else "  (any order)"
    return [f"t={seconds(moment.time):<7} {line}{note}" for line in moment.lines]
