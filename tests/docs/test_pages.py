"""Every block of Python and of a shell in the README and in docs is run, or says why it is not."""

import re
from pathlib import Path

import pytest

from .pages import ELSEWHERE, LANGUAGES, PAGES, ROOT, Reader, counted, is_shown, shown_anew, steps

NOT_RUN = {"docs/explanation/speed.md": 2, "README.md": 1, "CONTRIBUTING.md": 1, "docs/how-to/grade-on-save.md": 2}
"""Page -> blocks that nothing can run."""

SLOW = {"docs/how-to/write-an-exercise.md"}
TO_PLAY = [page for page in PAGES if any(step.kind not in (*ELSEWHERE, "not run", "given") for step in steps(page))]


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=pytest.mark.slow if page in SLOW else ()) for page in TO_PLAY]
)
def test_a_page_can_be_followed(tmp_path, page):
    """Files are written, commands run, and print what is shown; `python -m tests.docs.pages` writes it anew."""
    reader = Reader(tmp_path)
    reader.read(page)
    assert [
        f"{page}, line {step.line}: {command}\n{shown}\n--- is not what was printed:\n{printed}"
        for step, command, shown, printed in reader.differences
    ] == []


def test_every_block_is_run_or_says_why_not(capsys):
    """What is not run is counted, and what runs elsewhere is there."""
    found = {page: [step for step in steps(page) if step.kind in ("not run", "powershell")] for page in PAGES}
    assert {page: len(left) for page, left in found.items() if left} == NOT_RUN
    assert [step for left in found.values() for step in left if step.kind == "powershell" or not step.what] == []
    kinds = counted()
    with capsys.disabled():
        run = sum(kinds.values()) - kinds["not run"]
        print(f"\n{run} blocks of README and docs are run, {kinds['not run']} are not: {dict(kinds)}")
    assert run > 40


def test_what_is_run_elsewhere_is_there():
    """A test of that name, the same block of another page, the page that the notebook's test reads."""
    tests = (ROOT / "tests" / "test_docs.py").read_text("utf-8")
    for page in PAGES:
        for step in steps(page):
            if step.kind == "test":
                assert f"def {step.what}(" in tests
            if step.kind == "same as":
                assert step.text in [other.text for other in steps(step.what) if other.kind not in ELSEWHERE]
            if step.kind == "cell":
                assert Path(page).name in (ROOT / "tests" / "test_notebook.py").read_text("utf-8")


def test_no_block_of_code_goes_unseen():
    """Each fence of a language that can be run is a step, wherever it stands."""
    for page in PAGES:
        fences = re.findall(rf"^```(?:{'|'.join(LANGUAGES)})$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
        assert len(fences) <= sum(step.kind != "given" for step in steps(page))


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("…\nd\n", "a\nd\n", True),
        ("a\n…\n", "a\nb\n", True),
        ("a …\nb\n", "a 3.11\nb\n", True),
        ("a …\n", "a 3.11\nb\n", False),
        ("a\n", "a\nb\n", False),
        ("b\n", "a\nb\n", False),
        ("a\n…\n", "aa\nb\n", False),
        ("a\n…\nc\n", "a\nb\n", False),
    ],
)
def test_what_is_shown_is_all_or_says_what_it_leaves_out(shown, printed, expected):
    """A line `…` stands for any number of lines, one at the end of a line for the rest of it, and nothing else does."""
    assert is_shown(shown, printed) == expected


@pytest.mark.parametrize(
    "shown", ["a 1\nb 1\n", "a 1\n…\nd 1\n", "…\nd 1\n", "a 1\n…\n", "…\nb 1\n…\nd 1\n", "a …\n…\n"]
)
def test_what_is_written_anew_is_what_was_printed(shown):
    """The parts that were shown are shown again, as they are now."""
    printed = "a 2\nb 2\nc 2\nd 2\n"
    made = shown_anew(shown, printed)
    assert is_shown(made, printed)
    assert made.count("…") == shown.count("…")
