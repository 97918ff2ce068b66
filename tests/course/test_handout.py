"""What the course hands out, and that a learner's work is left as it is."""

import pytest

from grader.course import handout, progress
from grader.course.handout import put_back, taken, update


@pytest.fixture
def mine(workspace):
    """Return a course folder that has what the course hands out."""
    update(workspace)
    return workspace


def newer(workspace, path, text):
    """Change a file of the course that is installed."""
    file = workspace.root / "exercises" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def done(workspace):
    """Bring the news; return path, fate and copy of each file that is told."""
    return [(told.path.as_posix(), told.fate, told.copy and told.copy.as_posix()) for told in update(workspace)]


def test_tasks_stubs_and_what_they_need_are_handed_out(mine):
    """And nothing of what proves or checks them; a second time there is nothing to do."""
    files = {path.relative_to(mine.folder).as_posix() for path in mine.folder.rglob("*") if path.is_file()}
    assert {name for name in files if ".grade" not in name} == {
        *("progress.json", "README.md"),
        *("01_first/README.md", "01_first/first.py"),
        *("02_second/README.md", "02_second/second.py", "02_second/given.py", "02_second/data/words.txt"),
        *("03_third/README.md", "03_third/third.py"),
    }
    assert set(progress.read(mine).handed_out) == files - {"progress.json", ".grade/.gitignore", ".grade/progress.lock"}
    assert update(mine) == []


def test_a_new_exercise_comes(mine):
    """With all that it hands out."""
    course = mine.root / "exercises" / "course.toml"
    course.write_text(course.read_text("utf-8").replace('"03_third"', '"03_third", "04_new"'), "utf-8")
    toml = (mine.root / "exercises" / "03_third" / "exercise.toml").read_text("utf-8").replace("third", "new")
    for name, text in (("exercise.toml", toml), ("README.md", "# 04\n"), ("new.py", "# TODO\n")):
        newer(mine, f"04_new/{name}", text)
    vars(mine).pop("course")
    assert done(mine) == [("04_new/new.py", "new", None), ("04_new/README.md", "new", None)]


def test_what_was_never_changed_is_replaced(mine):
    """A stub and a task; how lines end is no change, git may do that."""
    mine.file("01_first").write_bytes(mine.file("01_first").read_bytes().replace(b"\n", b"\r\n"))
    newer(mine, "01_first/first.py", "# newer\n")
    newer(mine, "02_second/README.md", "# newer\n")
    assert done(mine) == [("01_first/first.py", "newer", None), ("02_second/README.md", "newer", None)]
    assert mine.file("01_first").read_text("utf-8") == "# newer\n"
    assert update(mine) == []


def test_the_learners_work_is_left(mine):
    """It is told once that there is a newer stub."""
    mine.file("01_first").write_text("mine\n", "utf-8")
    assert update(mine) == []
    newer(mine, "01_first/first.py", "# newer\n")
    assert done(mine) == [("01_first/first.py", "yours", None)]
    assert mine.file("01_first").read_text("utf-8") == "mine\n"
    assert update(mine) == []


def test_a_copy_is_kept_of_what_else_was_changed(mine):
    """A learner may have written into a task, or into what is given."""
    given = mine.folder / "02_second" / "given.py"
    given.write_text("GIVEN = 'mine'\n", "utf-8")
    newer(mine, "02_second/given.py", "GIVEN = 2\n")
    assert done(mine) == [("02_second/given.py", "copied", "02_second/.grade/given.1.py")]
    assert given.read_text("utf-8") == "GIVEN = 2\n"
    assert given.with_name(".grade").joinpath("given.1.py").read_text("utf-8") == "GIVEN = 'mine'\n"


def test_what_is_gone_comes_back(mine):
    """A file that was deleted by mistake."""
    mine.file("02_second").unlink()
    assert done(mine) == [("02_second/second.py", "back", None)]


def test_work_of_before_the_progress_is_left(mine):
    """Where the progress is begun anew, nobody knows what was handed out."""
    mine.file("01_first").write_text("mine\n", "utf-8")
    progress.begin(mine)
    assert [told for told in update(mine) if told.fate != "yours"] == []
    assert mine.file("01_first").read_text("utf-8") == "mine\n"


def test_a_stub_is_put_back(mine):
    """A copy is kept where there was something else; then the stub counts as unchanged again."""
    assert put_back(mine, "01_first") is None
    mine.file("01_first").write_text("mine\n", "utf-8")
    newer(mine, "01_first/first.py", "# newer\n")
    assert put_back(mine, "01_first").read_text("utf-8") == "mine\n"
    assert mine.file("01_first").read_text("utf-8") == "# newer\n"
    newer(mine, "01_first/first.py", "# newest\n")
    assert done(mine) == [("01_first/first.py", "newer", None)]


@pytest.mark.parametrize(
    ("names", "others"),
    [([], []), ([".venv"], []), (["notes.txt", "a.py"], ["a.py", "notes.txt"]), (["notes.txt", "01_first"], [])],
)
def test_a_folder_in_use_is_told(tmp_path, root, names, others):
    """Hidden files do not matter, nor does anything beside folders of the course's exercises."""
    folder = tmp_path / "place"
    for name in names:
        (folder / name).mkdir(parents=True)
    assert taken(folder, root) == others


def test_fingerprints_differ_with_the_content():
    """And are short, for people to look at."""
    assert handout.fingerprint(b"a\r\n") == handout.fingerprint(b"a\n") != handout.fingerprint(b"b\n")
    assert len(handout.fingerprint(b"")) == 12
