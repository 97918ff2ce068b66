"""A new exercise is whole: it can be proved as it is, and nothing that is there is touched."""

from pathlib import Path

import pytest

from grader.course.mutation import mutate
from grader.course.scaffold import scaffold
from grader.course.verify import verify
from grader.errors import UsageError


def texts(folder: Path) -> dict[str, str]:
    """Return the files below a folder, but for what Python compiles."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in files}


@pytest.mark.slow
def test_a_new_exercise_can_be_proved_as_it_is(tmp_path):
    """The stub fails as unfinished, right programs pass, the wrong one is caught, and each mistake is found."""
    files = scaffold("15_tea_time", tmp_path)
    proofs = verify(tmp_path / "exercises" / "15_tea_time")
    assert {proof.name: proof.problem for proof in proofs if not proof.holds} == {}
    assert {(proof.kind, proof.code) for proof in proofs if proof.max_score and proof.kind != "check"} == {
        ("stub", "unfinished-stub"),
        ("solution", ""),
        ("accepted", ""),
        ("rejected", "sequential-awaits"),
    }
    assert mutate(tmp_path / "exercises" / "15_tea_time").holds
    assert sorted(str(file.relative_to(tmp_path)) for file in files) == sorted(texts(tmp_path))


def test_every_name_in_it_is_its_own(tmp_path):
    """Nothing is left of the text that it was made of."""
    scaffold("15_tea_time", tmp_path)
    for name, text in texts(tmp_path).items():
        assert "$" not in name + text
    assert texts(tmp_path)["exercises/15_tea_time/README.md"].startswith("# 15 · tea_time: ")


@pytest.mark.parametrize(
    ("slug", "problem"),
    [
        ("tea", "'tea' cannot name an exercise: it takes a number, an underscore"),
        ("15-tea", "'15-tea' cannot name an exercise"),
        ("15_Tea", "'15_Tea' cannot name an exercise"),
        ("15_", "'15_' cannot name an exercise"),
        ("15_2tea", "'15_2tea' cannot name an exercise"),
        ("../15_tea", "'../15_tea' cannot name an exercise"),
        ("15_tea\n", "cannot name an exercise"),
        ("15_given", "given.py has a meaning of its own"),
        ("15_scenario", "scenario.py has a meaning of its own"),
        ("15_class", "`class` is a keyword of Python"),
        ("15_queue", "a file queue.py would stand in the way of Python's own module `queue`"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(tmp_path, slug, problem):
    """It says why, and nothing is written."""
    with pytest.raises(UsageError) as raised:
        scaffold(slug, tmp_path)
    assert str(raised.value).startswith(problem) or problem in str(raised.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["exercises/15_tea", "solutions/15_tea", "exercises/015_coffee"])
def test_what_is_there_is_not_touched(tmp_path, there):
    """Neither a folder of that name nor another exercise of that number."""
    (tmp_path / there).mkdir(parents=True)
    with pytest.raises(UsageError, match=rf"^{there} .* already: nothing was written"):
        scaffold("15_tea", tmp_path)
    assert texts(tmp_path) == {}


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    """With the file, and the reason that the system gives."""
    (tmp_path / "exercises").write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"exercises/15_tea/README\.md cannot be written: "):
        scaffold("15_tea", tmp_path)
