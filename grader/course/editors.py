"""What an editor needs to grade the file that is open: for VS Code, tasks with a problem matcher. Pure.

A problem matcher reads the lines of `--format concise` (https://code.visualstudio.com/docs/debugtest/tasks): a mistake
is then underlined in the file, and listed under Problems.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath

PROBLEM = r"^(.+?):(\d+):(\d+): (\S+) (.+)$"
"""A line of `--format concise`: path, line, column, code, message."""

_MATCHER = {
    "owner": "grade",
    "source": "grade",
    "severity": "error",
    "fileLocation": ["autoDetect", "${workspaceFolder}"],
    "pattern": {"regexp": PROBLEM, "file": 1, "line": 2, "column": 3, "code": 4, "message": 5},
}


def vscode_files(python: str) -> dict[PurePosixPath, str]:
    """Return the files that make VS Code grade, path -> text; `python` is the Python that has asyncgrade.

    A task starts no shell, so it finds no virtual environment by itself: hence the Python's own path.
    """
    tasks = {
        "version": "2.0.0",
        "tasks": [
            _task("Grade this file", python, "${file}", group={"kind": "test", "isDefault": True}),
            _task("Grade the next exercise", python),
            _watching(python),
        ],
    }
    return {PurePosixPath(".vscode/tasks.json"): json.dumps(tasks, indent=2, ensure_ascii=False) + "\n"}


def _task(label: str, python: str, *arguments: str, group: object = "test") -> dict[str, object]:
    return {
        "label": label,
        "type": "process",
        "command": python,
        "args": ["-m", "grader", *arguments, "--format", "concise"],
        "options": {"cwd": "${workspaceFolder}"},
        "group": group,
        "presentation": {"clear": True},
        "problemMatcher": _MATCHER,
    }


def _watching(python: str) -> dict[str, object]:
    """Return a task that takes keys in the terminal; its reports are laid out, and no matcher reads them."""
    return {
        "label": "Grade on every save",
        "type": "process",
        "command": python,
        "args": ["-m", "grader", "watch"],
        "options": {"cwd": "${workspaceFolder}"},
        "isBackground": True,
        "presentation": {"focus": True, "panel": "dedicated"},
        "problemMatcher": [],
    }
