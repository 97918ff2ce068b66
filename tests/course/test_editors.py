"""The files for editors, held against what the command really writes."""

import json
import re
from pathlib import PurePosixPath

import pytest

from grader.course.editors import vscode_files
from grader.report import render
from tests.report.reports import ALL, SEQUENTIAL_CAUSE, report, sequential

PYTHON = r"C:\Ann's course\.venv\Scripts\python.exe"
TASKS = json.loads(vscode_files(PYTHON)[PurePosixPath(".vscode/tasks.json")])["tasks"]


def problems(text: str) -> list[dict[str, str]]:
    """Return what VS Code finds in the output of a task."""
    pattern = TASKS[0]["problemMatcher"]["pattern"]
    found = (re.fullmatch(pattern["regexp"], line, re.ASCII) for line in text.splitlines())
    named = {name: number for name, number in pattern.items() if name != "regexp"}
    return [{name: match[number] for name, number in named.items()} for match in found if match]


def test_every_diagnostic_is_a_problem_at_its_place():
    """File, line, column, code and message are taken from the right parts of the line."""
    (problem,) = problems(render(sequential(), "concise"))
    assert problem == {
        "file": "gather.py",
        "line": "11",
        "column": "5",
        "code": "sequential-awaits",
        "message": SEQUENTIAL_CAUSE.message,
    }


@pytest.mark.parametrize("name", ALL)
def test_every_line_but_the_verdict_and_its_reasons_is_a_problem(name):
    """Also of a report in which everything that a learner can influence is hostile."""
    lines = render(ALL[name](), "concise").splitlines()
    of_points = [line for line in lines if not problems(line)]
    assert of_points == lines[-len(of_points) :]
    assert "point" in of_points[0]


@pytest.mark.parametrize("path", ["exercises/02_gather/gather.py", r"C:\work: mine\gather.py", "東京 1:2.py"])
def test_a_path_may_have_colons_and_spaces(path):
    """A drive of Windows is part of the path."""
    (problem,) = problems(render(report(submission=_named(path), diagnostics=(SEQUENTIAL_CAUSE,)), "concise"))
    assert (problem["file"], problem["line"]) == (path, "11")


def _named(path):
    return type(report().submission)(name=path, source="")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_a_task_starts_the_command_without_a_shell(task):
    """Neither quotes nor spaces of a path are in its way; what it starts is this command, in this format."""
    assert (task["type"], task["command"]) == ("process", PYTHON)
    assert task["args"][:2] == ["-m", "grader"]
    assert bool(task["problemMatcher"]) == (task["args"][-2:] == ["--format", "concise"])
