"""Which folder is a learner's course folder, and which file in it belongs to which exercise."""

import pytest

from grader.course import progress
from grader.course.hints import next_hint
from grader.course.progress import Standing
from grader.course.workspace import find_workspace
from grader.errors import NotFoundError


def test_a_course_folder_is_found_from_anywhere_inside(workspace, root):
    """By the file that marks it; above it there is none."""
    deep = workspace.folder / "02_second" / "data"
    deep.mkdir(parents=True)
    assert [find_workspace(place, root) for place in (deep, workspace.folder)] == [workspace, workspace]
    assert find_workspace(workspace.folder.parent, root) is None


def test_a_progress_file_of_another_program_marks_nothing(workspace, root):
    """It does not say that it is ours, and no folder of an exercise is beside it; a damaged one of ours has some."""
    workspace.progress_file.write_text("{}", "utf-8")
    assert find_workspace(workspace.folder, root) is None
    (workspace.folder / "01_first").mkdir()
    assert find_workspace(workspace.folder, root) == workspace
    (workspace.folder / "01_first" / "exercise.toml").touch()
    assert find_workspace(workspace.folder, root) is None


def test_a_folder_that_may_not_be_looked_into_is_none(workspace, root, monkeypatch):
    """Grading below one goes on; others above and below it are still found."""
    (workspace.folder / "01_first").mkdir()

    def is_file(path):
        if path.parent.name == "01_first":
            raise PermissionError(13, "Permission denied")
        return path.exists()

    monkeypatch.setattr("pathlib.Path.is_file", is_file)
    assert find_workspace(workspace.folder / "01_first", root) == workspace


def test_a_files_exercise_is_told_by_its_place(workspace):
    """The file that the exercise asks for, in its folder; any other file is nobody's."""
    own = workspace.file("02_second")
    own.parent.mkdir()
    assert [workspace.owner(path) for path in (own, own.with_name("else.py"), workspace.folder / "second.py")] == [
        "02_second",
        "",
        "",
    ]
    assert [workspace.around(path) for path in (own.parent / "data", workspace.folder)] == ["02_second", ""]


def test_a_file_that_is_gone_is_told_with_the_way_back(workspace):
    """`grade update` brings it."""
    with pytest.raises(NotFoundError, match="`grade update` brings back what is missing"):
        workspace.own_file("01_first")


def test_hints_come_one_by_one_and_then_all(workspace):
    """It is kept how many were shown; what the last report named comes with them."""
    progress.change(workspace, "01_first", lambda standing: Standing(code="deadlock"))
    hints = [next_hint(workspace, "01_first") for _ in range(4)]
    assert [(hint.number, hint.of, hint.code) for hint in hints] == [
        (1, 2, "deadlock"),
        (2, 2, "deadlock"),
        (0, 2, "deadlock"),
        (0, 2, "deadlock"),
    ]
    one, two = "A question?", "Another question?"
    assert [hint.texts for hint in hints] == [(one,), (two,), (one, two), (one, two)]
    assert progress.read(workspace).of("01_first").hints == 2
