"""A course to stand in, and a judge that says what it is told to say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.cli import main
from grader.model import UNDECIDED, CheckResult, Environment, Grading, Report, Returned, Submission

ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    """Stand in an empty folder that has a submission for 02_gather."""
    (tmp_path / "gather.py").write_text("x = 1\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


class Judge:
    """In place of `grader.judge.grade`: keeps what it was asked, and gives each check a status."""

    def __init__(self) -> None:
        self.statuses = ["passed"]
        self.failing = ""
        self.error: BaseException | None = None
        self.asked: list[tuple[Submission, Path, str | None]] = []

    def __call__(
        self,
        submission: Submission,
        folder: Path,
        *,
        backend: str | None = None,
        schedule: str = "",
        secret: bytes = b"",
        checks: Path | None = None,
        grading: Grading = UNDECIDED,
        meanwhile: Callable[[], object] | None = None,
        **isolation: object,
    ) -> Report:
        self.isolation = isolation
        self.added = checks, grading
        self.secret = secret
        self.asked.append((submission, folder, backend))
        if self.error is not None:
            raise self.error
        return report(submission, ["failed"] if folder.name == self.failing else self.statuses)

    @property
    def folder(self) -> Path:
        """The exercise that was graded."""
        return self.asked[-1][1].resolve()

    @property
    def source(self) -> str:
        """The text that was graded."""
        return self.asked[-1][0].source


def report(submission: Submission, statuses: list[str]) -> Report:
    """Return a report whose checks have these statuses, one point each."""
    return Report(
        exercise="02_gather",
        title="Two tasks at once",
        submission=submission,
        score=statuses.count("passed"),
        max_score=len(statuses),
        outcome=Returned(),
        results=tuple(
            CheckResult(
                name=f"test_{number}",
                title=f"Requirement {number}",
                status=status,
                points=float(status == "passed"),
                max_points=1,
            )
            for number, status in enumerate(statuses)
        ),
        diagnostics=(),
        environment=Environment(
            grader="0", python="3.13.0", platform="linux", isolation="none", backend="fork", seed="00"
        ),
    )


@pytest.fixture
def judge(monkeypatch) -> Judge:
    """Put a judge in place that runs nothing."""
    stand_in = Judge()
    monkeypatch.setattr("grader.judge.grade", stand_in)
    return stand_in


class Spoken:
    """What a command said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


@pytest.fixture
def grade(capsys):
    """Run `grade` with arguments, in this process."""

    def run(*arguments: str) -> Spoken:
        code = main(arguments)
        return Spoken(code, *capsys.readouterr())

    return run
