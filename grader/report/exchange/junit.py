"""Report -> JUnit's XML, as Jenkins and GitLab read it.

Points stand in properties of the suite: inside a test case Jenkins' schema (jenkinsci/xunit-plugin, junit-10.xsd) has
no place for them. A case has the title of its check; of two with one name GitLab would show the first alone, so the
second has a number behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from grader.model import Report

from ..story import story
from ..told import Check, Kind, Story

COUNTS: dict[str, Kind] = {"failures": "failed", "errors": "error", "skipped": "skipped"}
"""Attribute of a suite -> status of the checks that it counts."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report as one suite with a case for each check."""
    told = story(report)
    kinds = [check.kind for check in told.checks]
    counts = {name: str(kinds.count(kind)) for name, kind in COUNTS.items()}
    suites = Element("testsuites")
    suite = SubElement(suites, "testsuite", {"name": told.slug, "tests": str(len(kinds)), **counts})
    properties = SubElement(suite, "properties")
    names = list(_names(told.checks))
    for name, value in _properties(report, told, names).items():
        SubElement(properties, "property", {"name": name, "value": value})
    for name, check in zip(names, told.checks, strict=True):
        _case(suite, told, check, name)
    indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _names(checks: Sequence[Check]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for check in checks:
        seen[check.title] += 1
        yield check.title if seen[check.title] == 1 else f"{check.title} ({seen[check.title]})"


def _properties(report: Report, told: Story, names: Sequence[str]) -> dict[str, str]:
    return {
        "score": f"{report.score:g}",
        "max_score": f"{report.max_score:g}",
        "isolation": report.environment.isolation,
        **({"cause": told.cause.code} if told.cause is not None and told.cause.code else {}),
        **{f"points: {name}": check.score for name, check in zip(names, told.checks, strict=True) if check.score},
    }


def _case(suite: Element, told: Story, check: Check, name: str) -> None:
    case = SubElement(suite, "testcase", {"classname": told.slug, "name": name, "time": "0"})
    match check.kind:
        case "failed":
            failure = SubElement(case, "failure", {"message": check.words or "this check did not pass"})
            failure.text = "\n".join(_told(told, check))
        case "error":
            SubElement(case, "error", {"message": check.words})
        case "skipped":
            SubElement(case, "skipped", {"message": check.words})


def _told(told: Story, check: Check) -> list[str]:
    """Tell what was expected and what happened, and, with the check that shows it, the root cause."""
    lines = []
    if told.cause is not None and check.title == told.check:
        line = f" ({told.cause.file}, line {told.cause.line})" if told.cause.line else ""
        lines += [f"{told.cause.headline}{line}", *told.cause.notes, *([told.cause.hint] if told.cause.hint else [])]
    compared = told.compared if check.title == told.check else check.compared
    if compared is not None:
        lines += ["expected:", *compared.expected, "actual:", *compared.actual]
    return lines
