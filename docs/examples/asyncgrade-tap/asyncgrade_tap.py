"""Report -> TAP, the Test Anything Protocol (https://testanything.org/tap-version-14-specification.html)."""

from grader.model import CheckResult, Report


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a test point for each check, and the points as a comment."""
    points = [_point(number, result) for number, result in enumerate(report.results, 1)]
    score = f"# {_text(report.exercise)}: {report.score:g} of {report.max_score:g} points"
    return "\n".join(["TAP version 14", f"1..{len(points)}", *points, score]) + "\n"


def _point(number: int, result: CheckResult) -> str:
    title = _text(result.title)
    match result.status:
        case "passed":
            return f"ok {number} - {title}"
        case "skipped":
            return f"ok {number} - {title} # SKIP"
        case _:
            words = f"\n# {_text(result.message)}" if result.message else ""
            return f"not ok {number} - {title}{words}"


def _text(words: str) -> str:
    """Make one line of text that may be a stranger's, in which nothing is a directive."""
    line = "".join(sign if sign.isprintable() else " " for sign in words)
    return line.replace("\\", "\\\\").replace("#", "\\#")
