"""How an attack is shown to be one: without the defence, or against a naive grader, it succeeds.

Each row is a function of `Trial.naive` and `Trial.open` that tells what succeeded; nothing: the attack is none.
"""

from collections.abc import Callable
from typing import Protocol

from .command import Evidence
from .oracles import ORACLES, control_characters, unescaped

MUCH_KIB = 400 * 2**10
"""Memory that is far more than the exercise allows."""
MUCH_TEXT = 500_000
"""Characters; the exercise allows 20,000."""
SOON = 2.0
"""Seconds after which a naive grader that is not done is taken to hang: it takes a quarter of that as a rule."""


class Trial(Protocol):
    """An attack that can be tried."""

    def naive(self, grader: str, seconds: float = ...) -> Evidence:
        """Try it on a naive grader."""

    def open(self) -> Evidence:
        """Try it on the command, without defence."""

    def healthy(self) -> Evidence:
        """Grade the program that it is made from."""


def _taken_in(grader: str) -> Callable[[Trial], list[str]]:
    return lambda trial: ["it passed"] if trial.naive(grader).status == 0 else []


def _without_defence(oracle: str) -> Callable[[Trial], list[str]]:
    return lambda trial: ORACLES[oracle](trial.open())


def _naively(oracle: str, grader: str = "pytest") -> Callable[[Trial], list[str]]:
    return lambda trial: ORACLES[oracle](trial.naive(grader))


def _hangs(trial: Trial) -> list[str]:
    return [] if trial.naive("pytest", SOON).ended else ["it went on"]


def _eats(trial: Trial) -> list[str]:
    used = trial.naive("pytest").peak_kib
    return [f"it took {used} KiB"] if used > MUCH_KIB else []


def _floods(trial: Trial) -> list[str]:
    seen = trial.naive("pytest")
    return ["it wrote what it liked"] if "File too large" in seen.said or len(seen.out + seen.err) > MUCH_TEXT else []


def _dies(trial: Trial) -> list[str]:
    seen = trial.naive("pytest")
    return [f"signal {-seen.status}"] if seen.status < 0 else []


def _escapes(trial: Trial) -> list[str]:
    seen = trial.naive("script")
    return control_characters(seen.out + seen.err)


def _second_result(trial: Trial) -> list[str]:
    return ["a result came after the result"] if trial.open().outcome == "protocol" else []


def _healthy(trial: Trial) -> list[str]:
    """Of what a naive grader withstands, too: it is what is refused, for without it the program is right."""
    return ["the program is right otherwise"] if trial.healthy().passed else []


CONTROLS: dict[str, Callable[[Trial], list[str]]] = {
    **{grader: _taken_in(grader) for grader in ("pytest", "script", "inflight", "grep", "parser", "messages")},
    **{f"open {oracle}": _without_defence(oracle) for oracle in "SJNW"},
    **{f"naive {oracle}": _naively(oracle) for oracle in "WPT"},
    "script W": _naively("W", "script"),
    "hangs": _hangs,
    "eats": _eats,
    "floods": _floods,
    "dies": _dies,
    "escapes": _escapes,
    "second result": _second_result,
    "healthy": _healthy,
    "unescaped": lambda trial: unescaped(trial.open()),
}
