"""What the runner of Classroom 50 sets for an autograder, so that its format can be written like the others."""

import pytest

RUNNER = {
    "CLASSROOM": "async-101",
    "ASSIGNMENT": "gather",
    "SUBMISSION_TAG": "submit/2026-11-22T08-00-00Z-0a1b2c3",
    "COMMIT_URL": "https://github.com/async-101/gather-ann/commit/0a1b2c3",
    "RELEASE_URL": "https://github.com/async-101/gather-ann/releases/tag/submit",
    "REVIEW_URL": "https://github.com/async-101/gather-ann/compare/1...2",
}


@pytest.fixture(autouse=True)
def runner(monkeypatch) -> dict[str, str]:
    """Set it, and return it."""
    for name, value in RUNNER.items():
        monkeypatch.setenv(name, value)
    return RUNNER
