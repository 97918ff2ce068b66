"""Grades made by hand, of an exercise with 12 points."""

from grader.batch.grading import Grade
from grader.batch.intake import Handed
from grader.batch.summaries import summary
from grader.model import CheckResult, Diagnostic, Environment, Report, Returned, Submission

CAUSE = Diagnostic(code="sequential-awaits", message="`b` started after `a` had ended <x>", line=9, hint="Why?")


def grade(student, name, score=None, diagnostics=(), source="", outcome=None):
    """Return a grade out of 12 points; without a score, of something that could not be read."""
    submission = Submission(name="gather.py", source=source)
    report = None
    if score is not None:
        status = "passed" if score == 12 else "failed"
        report = Report(
            exercise="02_gather",
            submission=submission,
            score=score,
            max_score=12,
            outcome=outcome or Returned(),
            results=(CheckResult(name="t", title="t", status=status, points=score, max_points=12),),
            diagnostics=diagnostics,
            environment=Environment(
                grader="0", python="3.11", platform="linux", isolation="sealed", backend="fork", seed="0"
            ),
        )
    problem = "" if report else "no Python file was handed in"
    read = submission if report else None
    handed = Handed(student=student, name=name, exercise="02_gather", submission=read, problem=problem)
    return Grade(handed=handed, report=summary(report, lambda: report) if report is not None else None)
