"""Which of the failed checks is shown beside the root cause: the one whose run shows what the cause says."""

from __future__ import annotations

import re

from grader.model import CheckResult, Report, Timeline, seconds

USUAL = ("main", "main()")
"""How the call is written that every run of a program as it stands begins with."""


def showing(report: Report) -> CheckResult | None:
    """Return the failed check that shows the root cause: of those that alone lead to it, whose run has its calls.

    One that an error ended which the cause does not name shows another fault. Of equals, a run of the program with its
    own names and times is the easiest to follow.
    """
    failed = [result for result in report.results if result.status == "failed" and result.visibility == "visible"]
    if not failed or not report.diagnostics:
        return failed[0] if failed else None
    root = report.diagnostics[0]
    explained = [result for result in failed if root.code in result.diagnostics]
    if not explained and any(root.code in result.diagnostics for result in report.results):
        return None  # it is a hidden check that shows it
    explained = explained or failed
    explained = [result for result in explained if result.name in root.checks] or explained
    told = "\n".join((root.message, *root.notes))
    named = {*re.findall(r"`([^`]+)`", told), *re.findall(r"[\d.]+ s\b", root.message)}
    named |= {"blocked"} if root.code == "blocking-call" else set()

    def shows(result: CheckResult) -> tuple[bool, bool, int, bool, int, int]:
        errors = re.findall(r"^`.*` raised (\w+)(?: on line (\d+))?", "\n".join(result.actual), re.MULTILINE)
        compared = "\n".join((*result.expected, *result.actual))
        facts = _facts(report, result)
        spoken = {name for name in named - {*USUAL} if name in compared}
        drawn = named & facts
        known = all(error in told for error, _ in errors)
        here = all(not line or int(line) == root.line for _, line in errors)
        return known, here, len(spoken | drawn), _is_usual(run_of(report, result)), len(drawn), len(spoken)

    return max(explained, key=shows)


def _is_usual(run: Timeline | None) -> bool:
    """Whether a run is that of the program as it stands."""
    return run is not None and run.target in USUAL and not run.replaced and not run.about


def run_of(report: Report, result: CheckResult | None) -> Timeline | None:
    """Return the run that a check looked at, where the report has it."""
    index = result.run if result is not None else None
    return report.timelines[index] if index is not None and 0 <= index < len(report.timelines) else None


def _facts(report: Report, result: CheckResult) -> set[str]:
    """Return the calls in the run of a check, as the learner would write them, what they did, and when it ended."""
    run = run_of(report, result)
    if run is None:
        return set()
    kinds = {part.kind for span in run.actual for part in span.parts}
    return {seconds(run.actual_end), *kinds, *(span.label for span in run.actual)}
