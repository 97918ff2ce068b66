"""Reports as people read them, kept as text and as pages and read like prose.

`python -m tests.report.test_golden` writes them anew.
"""

from pathlib import Path

import pytest

from grader.report import render

from .reports import ALL

GOLDEN = Path(__file__).with_name("golden")
NAMES = ("sequential", "passed", "blocked", "deadlocked")
FORMATS = {"txt": "plain", "brief": "brief", "spoken": "spoken", "lines": "concise", "html": "html"}


def written(name: str, ending: str) -> bytes:
    """Render a report."""
    return render(ALL[name](), FORMATS[ending]).encode("utf-8")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_reads_as_reviewed(name, ending):
    """What a report says, and how, is what was read and found good."""
    assert written(name, ending) == (GOLDEN / f"{name}.{ending}").read_bytes()


def write() -> None:
    """Write all reports anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name in NAMES:
        for ending in FORMATS:
            (GOLDEN / f"{name}.{ending}").write_bytes(written(name, ending))


if __name__ == "__main__":
    write()
