"""The words of every diagnosis, kept as text and read like prose: a folder for each code.

`golden/CODE/example.txt` is what the page's example gets. A further program `NAME.py` is compared with `NAME_right.py`,
and its header names the line. `python -m tests.diagnosis.test_golden` writes the texts anew.
"""

import re
from pathlib import Path

import pytest

from grader.diagnosis import codes, diagnose, page
from grader.model import Diagnostic
from grader.runner import Backend, start

from .programs import evidence

GOLDEN = Path(__file__).with_name("golden")
VARIANTS = sorted(path for path in GOLDEN.glob("*/*.py") if not path.stem.endswith("_right"))


def told(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Write diagnostics as they are to be read."""
    return "\n".join(map(_told, diagnostics))


def _told(found: Diagnostic) -> str:
    where = "" if found.line is None else f":{found.line}:{found.column}-{found.end_column}"
    lines = [f"{found.code}{where}{'' if found.certain else ' (asks)'}", f"  {found.message}"]
    lines += [f"  mark: {found.label}"] if found.label else []
    lines += [f"  note: {note}" for note in found.notes]
    return "\n".join([*lines, f"  hint: {found.hint}", ""])


def example(backend: Backend, code: str) -> str:
    """Diagnose the example of a page."""
    wrong, right = re.findall(r"```python\n(.*?)```", page(code), re.DOTALL)
    return told(diagnose(evidence(backend, wrong, right)))


def variant(backend: Backend, path: Path) -> str:
    """Diagnose a further program."""
    right = path.with_name(f"{path.stem}_right.py")
    return told(diagnose(evidence(backend, path.read_text("utf-8"), right.read_text("utf-8"))))


def named(code: str) -> list[str]:
    """Return the names of a code's programs, with those of the right ones that look like them."""
    return [path.stem for path in (GOLDEN / code).glob("*.py")]


@pytest.mark.parametrize("code", codes())
def test_a_code_is_known_from_three_programs_and_two_that_look_like_them(code):
    """Beside the example of its page: one example shows no kind."""
    wrong = [name for name in named(code) if not name.endswith("_right")]
    assert len(wrong) >= 3
    assert len(named(code)) - len(wrong) >= 2


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_program_is_as_long_as_those_of_learners(path):
    """Five lines at least and sixty at most, and the right one beside it differs from it."""
    right = path.with_name(f"{path.stem}_right.py").read_text("utf-8")
    assert 5 <= len(right.splitlines()) <= len(path.read_text("utf-8").splitlines()) + 20 <= 80
    assert right.strip() != re.sub(r"^# .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE).strip()


@pytest.mark.parametrize("code", codes())
def test_the_words_for_the_example_are_as_reviewed(code, backend):
    """What the example of a page gets is what was read and found good."""
    assert example(backend, code) == (GOLDEN / code / "example.txt").read_text("utf-8")


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_words_for_a_variant_are_as_reviewed(path, backend):
    """What another form of a mistake gets is what was read and found good."""
    assert variant(backend, path) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_right_look_alike_gets_no_diagnosis(path, backend):
    """However much it looks like the wrong one; only a rule that asks may ask, where nothing says what is wanted."""
    right = path.with_name(f"{path.stem}_right.py").read_text("utf-8")
    assert [found for found in diagnose(evidence(backend, right, right)) if found.certain] == []


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_variant_gets_the_code_and_line_of_its_header(path):
    """The first diagnosis is the folder's code, on the line that the header names."""
    line = re.search(r"^# line: (\d+)$", path.read_text("utf-8"), re.MULTILINE)
    assert line is not None
    first = path.with_suffix(".txt").read_text("utf-8").partition("\n")[0]
    assert re.match(r"([a-z-]+):(\d+):", first).groups() == (path.parent.name, line[1])


def write() -> None:
    """Write all texts anew."""
    backend = start()
    for code in codes():
        (GOLDEN / code).mkdir(parents=True, exist_ok=True)
        (GOLDEN / code / "example.txt").write_text(example(backend, code), "utf-8")
    for path in VARIANTS:
        path.with_suffix(".txt").write_text(variant(backend, path), "utf-8")
    backend.close()


if __name__ == "__main__":
    write()
