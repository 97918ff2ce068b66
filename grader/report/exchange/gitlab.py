"""Report -> GitLab's code quality report (docs.gitlab.com, Code Quality report format)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from grader.model import Diagnostic, Report

from ..story import MAX_LENGTH, NOT_THE_LEARNERS, story
from ..visible import cut, visible


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write an issue for each diagnostic: the root cause is a major one, the others are minor.

    Where a program did not pass and nothing is told of why, that is the issue: none at all would say that it passed.
    """
    told = story(report)
    name = told.name
    unexplained = Diagnostic(code="failed-check", message=f"{told.verdict}: {told.score}", label=told.verdict)
    seen: Counter[tuple[str, str]] = Counter()
    issues = []
    for place, diagnostic in enumerate(report.diagnostics or ((unexplained,) if told.kind != "passed" else ())):
        # By what it is and not by its line: it is the same issue when lines are added above it.
        what = (diagnostic.code, diagnostic.label or diagnostic.message)
        seen[what] += 1
        identity = "\0".join((report.exercise, name, *what, str(seen[what])))
        line = None if diagnostic.file in NOT_THE_LEARNERS else diagnostic.line
        issues.append(
            {
                "description": cut(visible(diagnostic.message), MAX_LENGTH),
                "check_name": f"asyncgrade/{visible(diagnostic.code)}",
                "fingerprint": hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest(),
                "severity": "minor" if place else "major",
                "location": {"path": name, "lines": {"begin": line or 1}},
            }
        )
    return json.dumps(issues, indent=2) + "\n"
