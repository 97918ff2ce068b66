"""Report -> lines for editors: `path:line:col: code message`, as compilers and linters write them.

Every diagnostic has a line, and so does every failed check that none explains; the verdict stands last, with why the
score is another one than the sum of the checks' points. The form is that of `ruff check --output-format concise`, which
editors know how to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.model import CheckResult, Diagnostic, Report

from .story import MAX_LENGTH, NOT_THE_LEARNERS, reasons, story
from .told import Check
from .visible import ascii_only, cut, visible

CODES = {"failed": "failed-check", "error": "not-graded"}
"""Status of a check that no diagnostic explains -> what stands in place of a code."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a line for each diagnostic and for each failed check without one, then the verdict, and why it is so."""
    told = story(report)
    path = report.submission.name
    lines = [
        *(_diagnosed(path, diagnostic) for diagnostic in report.diagnostics),
        *_unexplained(path, zip(told.checks, report.results, strict=True)),
        f"{told.slug}: {told.verdict}: {told.score}",
        *(f"{told.slug}: {reason}" for reason in reasons(report)),
    ]
    return written(lines, unicode=unicode)


def line(path: str, number: int | None, column: int | None, code: str, words: str) -> str:
    """Write one line; what has no place of its own stands at the beginning of the file.

    >>> line("gather.py", 11, 5, "sequential-awaits", "it waited")
    'gather.py:11:5: sequential-awaits it waited'
    """
    return f"{path}:{number or 1}:{column or 1}: {code} {cut(words, MAX_LENGTH)}"


def written(lines: list[str], *, unicode: bool) -> str:
    """Return lines as one text, with nothing in it that cannot be seen."""
    text = "".join(f"{visible(line)}\n" for line in lines)
    return text if unicode else "".join(f"{ascii_only(line)}\n" for line in text.splitlines())


def _diagnosed(path: str, diagnostic: Diagnostic) -> str:
    if diagnostic.file in NOT_THE_LEARNERS:  # it lies with the exercise: the editor would not find it here
        where = f" ({diagnostic.file}, line {diagnostic.line})"
        return line(path, None, None, diagnostic.code, diagnostic.message + where)
    return line(path, diagnostic.line, diagnostic.column, diagnostic.code, diagnostic.message)


def _unexplained(path: str, checks: Iterator[tuple[Check, CheckResult]]) -> Iterator[str]:
    for check, result in checks:
        if result.status in CODES and not result.diagnostics:
            words = f": {check.words}" if check.words else ""
            yield line(path, None, None, CODES[result.status], f"“{check.title}”{words}")
