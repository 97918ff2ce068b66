"""What a shell offers on Tab: through click's classes, and once in a real bash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from grader.cli import completion
from grader.cli.command import VARIABLE, VERBS, find
from grader.cli.grading import FORMATS

COURSE = ["01_first_await", "02_gather", "03_chain"]


def offered(*words: str) -> list[str]:
    """Return what is offered for the last word."""
    *before, typed = words
    return [item.value for item in completion._answerer("bash").get_completions(before, typed)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["tr"], ["trace"]),
        (["02"], ["02_gather"]),
        (["gath"], ["gather", "gather_results"]),
        (["02", "--format", "p"], ["plain"]),
        (["-e", "first_a"], ["first_await"]),
        (["verify", "02", "03"], ["03_chain"]),
        (["explain", "sequential-a"], ["sequential-awaits"]),
        (["trace", "--format", "perf"], ["perfetto"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["doctor", "--req"], ["--require"]),
    ],
)
def test_the_word_that_is_typed_is_completed(words, expected):
    """Verbs, exercises by slug, name or number, values and names of options, codes."""
    assert offered(*words) == expected


def test_what_comes_first_is_a_verb_an_exercise_or_a_file():
    """Verbs come before exercises; files where nothing of the course begins like this."""
    first = offered("")
    assert first[: len(VERBS)] == sorted(VERBS)
    assert first[len(VERBS) :][:3] == COURSE
    (file,) = completion._answerer("bash").get_completions([], "ann.p")
    assert (file.value, file.type) == ("ann.p", "file")


def test_every_format_is_offered():
    """The formats are those of the command."""
    assert offered("--format", "") == list(FORMATS)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_option_is_offered(verb):
    """Of each verb, without a list of its own."""
    wanted = {name for each in find(verb).params if isinstance(each, click.Option) for name in each.opts}
    assert set(offered(*filter(None, [verb]), "--")) >= {name for name in wanted if name.startswith("--")}


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_what_is_an_exercise_is_completed_as_one(verb):
    """In every verb, whatever stands before it."""
    for parameter in find(verb).params:
        if parameter.name in ("exercise", "exercises", "target"):
            with click.Context(find(verb)) as context:
                found = [item.value for item in parameter.shell_complete(context, "0")]
            assert found[:3] == COURSE


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_a_shell_gets_its_own_script(grade, shell):
    """The script asks for its own language, by the variable that is answered."""
    said = grade("completion", shell)
    assert said.code == 0
    assert f"{VARIABLE}={shell}_complete" in said.out
    assert shell in grade("completion", "--help").out


def test_a_shell_that_asks_in_an_unknown_language_is_told(monkeypatch, grade):
    """It is no error of the grader's own."""
    monkeypatch.setenv(VARIABLE, "nosuch_complete")
    said = grade()
    assert said.code == 4
    assert "no completion for the shell 'nosuch'" in said.err


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="needs bash")
def test_bash_completes(tmp_path):
    """The printed script is loaded, and asks the command."""
    grade = tmp_path / "grade"
    grade.write_text(f'#!/bin/sh\nexec {sys.executable} -m grader "$@"\n', "utf-8")
    grade.chmod(0o755)
    script = (
        'eval "$(grade completion bash)"\n'
        "complete -p grade\n"
        "COMP_WORDS=(grade explain sequential-a) COMP_CWORD=2\n"
        "_grade_completion grade\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["complete -o nosort -F _grade_completion grade", "sequential-awaits"]
    assert done.stderr == ""
