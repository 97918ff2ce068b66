"""The action for GitHub and the job for GitLab: they keep their schemas, and their steps are run as a runner does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from junitparser import JUnitXml
from ruamel.yaml import YAML

from grader import __version__

ROOT = Path(__file__).parents[2]
ACTION, JOB = ROOT / "action.yml", ROOT / "templates" / "asyncgrade.yml"
SCHEMAS = {ACTION: "vendor.github-actions", JOB: "vendor.gitlab-ci"}

WRONG = """import asyncio


async def task(name, delay):
    print("::add-mask::learner")
    print("##[error]learner")
    raise ValueError("\\n::error::learner\\n##[set-output name=score]99")


async def main():
    await task("Task A", 2)
    await task("Task B", 1)
"""
"""A program that says what a runner would take for commands."""

PLACE = "x\n::add-mask::folder/gather.py"
"""A path with a command in it, for whoever prints it as it stands."""


def read(path):
    """Return what is in a file of YAML."""
    return YAML(typ="safe").load(path.read_text("utf-8"))


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items(), ids=["action", "job"])
def test_it_keeps_its_schema(path, schema, tmp_path):
    """The one of schemastore that check-jsonschema brings; with a wrong word it is refused."""
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])
    assert (done.exit_code, done.output) == (0, "ok -- validation done\n")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(re.sub(r"using: composite|when: always", "when: 1", path.read_text("utf-8")), "utf-8")
    assert CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(wrong)]).exit_code == 1


def test_the_action_puts_no_input_into_a_script():
    """`${{ }}` is filled in before a shell sees it: an input would be code. Each comes by the environment."""
    action = read(ACTION)
    steps = action["runs"]["steps"]
    assert [step["run"] for step in steps if "${{" in step["run"]] == []
    used = {value for step in steps for value in step["env"].values()}
    assert used == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}


def test_the_job_installs_this_version():
    """A template that is included is as old as the grader that it installs."""
    assert read(JOB)["asyncgrade"]["variables"]["PACKAGE"] == f"asyncgrade=={__version__}"


def test_nothing_is_imported_from_the_checkout():
    """Every Python that is started there leaves the current folder out."""
    for step in read(ACTION)["runs"]["steps"]:
        started = re.findall(r'(?:PYTHON|bin/python)" (\S+)', step["run"])
        assert started and set(started) == {"-P"}


# --- GitHub ---


def obeyed(output):
    """Return the commands that a runner of GitHub obeys (actions/runner, ActionCommandManager): (name, line)."""
    commands, stopped = [], None
    for line in output.splitlines():
        new = re.match(r"\s*::([\w-]+)(?: [^:]*)?::(.*)", line) or re.search(r"##\[([\w-]+)[^\]]*\](.*)", line)
        if stopped is not None:
            stopped = None if new and new[1] == stopped else stopped
        elif new and new[1] == "stop-commands":
            stopped = new[2]
        elif new:
            commands.append((new[1], line))
    return commands


class Run:
    """A run of the action's second step, in a workspace."""

    def __init__(self, folder, *, script=None, program=WRONG, place="gather.py", **inputs):
        self.temporary, workspace = folder / "temp", folder / "workspace"
        bin_ = self.temporary / "asyncgrade" / "bin"
        bin_.mkdir(parents=True)
        for name, arguments in {"python": "", "grade": "-P -m grader "}.items():
            (bin_ / name).write_text(f'#!/bin/sh\nexec {sys.executable} {arguments}"$@"\n')
            (bin_ / name).chmod(0o755)
        if program is not None:
            (workspace / place).parent.mkdir(parents=True, exist_ok=True)
            (workspace / place).write_text(program, "utf-8")
        workspace.mkdir(exist_ok=True)
        self.summary, self.outputs = folder / "summary.md", folder / "outputs"
        environment = {
            "EXERCISE": "02_gather",
            "FILE": "",
            "MUST_PASS": "true",
            "REQUIRE": "",
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.outputs),
            **inputs,
        }
        self.done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script or grading()],
            cwd=workspace,
            env=os.environ | {"CI": ""} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    @property
    def values(self):
        """The step's outputs."""
        return dict(line.split("=", 1) for line in self.outputs.read_text("utf-8").splitlines())


def grading():
    """Return the script of the step that grades."""
    return read(ACTION)["runs"]["steps"][1]["run"]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A program that prints commands, in a folder that is called like one."""
    return Run(tmp_path_factory.mktemp("wrong"), place=PLACE, FILE=PLACE)


def test_the_action_fails_where_a_check_failed(wrong):
    """With the points as outputs, and the reports in a folder."""
    assert wrong.done.returncode == 1
    assert wrong.values["passed"] == "false"
    assert float(wrong.values["score"]) < float(wrong.values["max-score"])
    assert {path.name for path in Path(wrong.values["reports"]).iterdir()} == {
        *("annotations", "junit.xml", "report.html", "report.json")
    }
    assert wrong.summary.read_text("utf-8").startswith("## ")


def test_the_action_obeys_no_command_of_a_learner(wrong):
    """Not in what is printed, in an error, or in the name of a folder: the annotations alone are commands."""
    commands = obeyed(wrong.done.stdout)
    assert {name for name, _ in commands} == {"error", "notice"}
    assert all(line.startswith(("::error file=x", "::notice title=02_gather::")) for _, line in commands)
    assert (wrong.temporary / "asyncgrade").is_dir()


def test_without_the_stop_a_learner_would_command(tmp_path):
    """Control: the same step without it obeys the name of the folder."""
    script = re.sub(r'echo "::(stop-commands::)?\$word(::)?"', "true", grading())
    assert "add-mask" in {name for name, _ in obeyed(Run(tmp_path, script=script, place=PLACE, FILE=PLACE).done.stdout)}


def test_the_action_can_let_it_pass(tmp_path):
    """`must-pass: false` is for those who read the outputs, and hides no error of ours: no program is exit code 5."""
    assert Run(tmp_path / "a", MUST_PASS="false").done.returncode == 0
    missing = Run(tmp_path / "b", MUST_PASS="false", program=None)
    assert missing.done.returncode == 5
    assert [line for _, line in obeyed(missing.done.stdout)] == [
        "::error::There is no grade: the log says why (exit code 5)"
    ]


# --- GitLab ---


def test_the_job_leaves_what_it_says(tmp_path):
    """Its reports are where its artifacts are looked for, and failed checks fail the job."""
    job = read(JOB)["asyncgrade"]
    (tmp_path / "grade").write_text(f'#!/bin/sh\nexec {sys.executable} -P -m grader "$@"\n')
    (tmp_path / "grade").chmod(0o755)
    (tmp_path / "gather.py").write_text(WRONG, "utf-8")
    variables = {**job["variables"], "EXERCISE": "gather", "PATH": f"{tmp_path}:{os.environ['PATH']}", "CI": ""}
    script = "\n".join(job["script"])
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=os.environ | variables,
        capture_output=True,
        text=True,
    )
    reports = job["artifacts"]["reports"]
    assert done.returncode == 1
    assert "Not passed yet" in done.stdout
    assert len(JUnitXml.fromfile(str(tmp_path / reports["junit"]))) == 1
    assert YAML(typ="safe").load((tmp_path / reports["codequality"]).read_text("utf-8"))[0]["severity"] == "major"
    assert [path for path in job["artifacts"]["paths"] if not (tmp_path / path).is_file()] == []


# --- how to ---

HOW_TO = {"grade-in-github-actions": "vendor.github-workflows", "grade-in-gitlab": "vendor.gitlab-ci"}


@pytest.mark.parametrize(("page", "schema"), HOW_TO.items())
def test_what_a_page_shows_keeps_its_schema(page, schema, tmp_path):
    """Each file that a reader is to copy."""
    shown = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "how-to" / f"{page}.md").read_text("utf-8"), re.DOTALL)
    assert shown
    for number, text in enumerate(shown):
        (tmp_path / f"{number}.yml").write_text(text, "utf-8")
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, tmp_path.iterdir())])
    assert done.exit_code == 0, done.output


def test_the_pages_tell_every_input():
    """Inputs, outputs and variables stand in tables, and no other ones."""
    action, job = read(ACTION), read(JOB)["asyncgrade"]
    for page, names in {
        "grade-in-github-actions": {*action["inputs"], *action["outputs"]},
        "grade-in-gitlab": {*job["variables"]},
    }.items():
        rows = re.findall(r"^\| (`.*?) \|", (ROOT / "docs" / "how-to" / f"{page}.md").read_text("utf-8"), re.MULTILINE)
        assert {name for row in rows for name in re.findall("`(.+?)`", row)} == names
