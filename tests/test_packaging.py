"""What is packed, what is promised in the README, and what pytest loads in every project."""

import runpy
import shutil
import subprocess
import sys
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import grader

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
command = runpy.run_path(str(ROOT / ".ci" / "readme.py"))["command"]

COURSE_FOLDER = "import os, tempfile; from grader.cli import main; os.chdir(tempfile.mkdtemp()); main(['init', '.'])"
"""Stand in a course folder."""


def packed(builder, root: Path = ROOT) -> set[str]:
    """Return the paths of what a builder would pack."""
    return {file.distribution_path for file in builder(str(root)).recurse_included_files()}


def test_the_wheel_carries_the_course_inside_the_package():
    """Exercises and solutions lie under grader/_course, and nothing lies beside the package."""
    files = packed(WheelBuilder)
    for path in (ROOT / "exercises").glob("*/exercise.toml"):
        assert f"grader/_course/exercises/{path.parent.name}/exercise.toml" in files
    assert "grader/_course/exercises/course.toml" in files
    assert "grader/_course/solutions/02_gather/gather.py" in files
    assert {path.partition("/")[0] for path in files} == {"grader"}


def test_the_wheel_carries_what_is_not_python():
    """Pages of diagnostics, templates and the mark of a typed package are there."""
    files = packed(WheelBuilder)
    wanted = {"grader/py.typed", "grader/judge/session.ini"}
    wanted |= {str(path.relative_to(ROOT)) for path in (ROOT / "grader").rglob("*.md")}
    wanted |= {str(path.relative_to(ROOT)) for path in (ROOT / "grader").rglob("*.j2")}
    assert wanted - files == set()


@pytest.mark.parametrize(("builder", "prefix"), [(WheelBuilder, "grader/_course/"), (SdistBuilder, "")])
def test_reports_of_learners_are_not_packed(tmp_path, builder, prefix):
    """What `grade` leaves beside a file is not part of the course."""
    for name in ("pyproject.toml", ".gitignore", "README.md", "LICENSE", "grader/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    page = tmp_path / "exercises" / "02_gather" / ".grade" / "last.html"
    page.parent.mkdir(parents=True)
    page.touch()
    (page.parents[1] / "gather.py").touch()
    course = [path for path in packed(builder, tmp_path) if path.startswith(f"{prefix}exercises/")]
    assert course == [f"{prefix}exercises/02_gather/gather.py"]


def test_the_sdist_carries_everything():
    """Tests, documentation and CI can be had from the sdist alone."""
    files = packed(SdistBuilder)
    assert {"README.md", "LICENSE", ".ci/run", "tests/test_packaging.py", "docs/reference/command.md"} - files == set()


def test_the_installed_version_is_the_packages():
    """The version is stated once."""
    assert version("asyncgrade") == grader.__version__


def test_the_command_and_the_plugin_are_installed():
    """`grade` is the command, and pytest finds the plugin."""
    assert [point.value for point in entry_points(group="console_scripts", name="grade")] == ["grader.cli:main"]
    assert [point.value for point in entry_points(group="pytest11", name="asyncgrade")] == ["grader.judge.pytest11"]


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import grader", {"click", "jinja2", "msgspec", "pytest", "rich"}),
        ("import grader.judge.pytest11", set()),
        ("import grader.cli; grader.cli.main(['--help'])", {"jinja2", "msgspec", "pytest", "rich", "asyncio"}),
        ("import grader.cli; grader.cli.main(['explain'])", {"jinja2", "msgspec", "pytest", "rich"}),
        ("import grader.cli; grader.cli.main(['99'])", {"jinja2", "pytest", "rich"}),
        (
            "import grader.judge.scoring",
            {"grader.diagnosis.case", "grader.diagnosis.ranking", "jinja2", "pytest", "rich"},
        ),
        (f"{COURSE_FOLDER}; main(['list'])", {"grader.judge", "jinja2", "pytest", "rich"}),
    ],
)
def test_nothing_is_imported_before_it_is_needed(statement, absent):
    """Help, a page and a wrong name are answered without what grades and renders; a right program without the rules."""
    program = f"import sys; {statement}; print('modules:', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.rpartition("modules:")[2].split())
    assert absent & modules == set()


def test_ci_runs_the_readmes_commands():
    """What CI takes from the README are the two commands that a newcomer copies."""
    assert command("grade", README).startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert ".venv/bin/pytest" in command("test", README)


def test_the_readme_grades_a_wrong_program_that_exists():
    """The first command's submission is one of the rejected ones of the exercise that it names."""
    words = command("grade", README).split()
    submission = ROOT / next(word for word in words if word.endswith(".py"))
    assert submission.is_file()
    assert submission.parent == ROOT / "solutions" / words[words.index("--exercise") + 1] / "rejected"


@pytest.mark.parametrize(
    "text", ["", "<!-- command: a -->\n```sh\nx\ny\n```\n", "<!-- command: a -->\n```sh\nx\n```\n" * 2]
)
def test_a_readme_without_exactly_one_such_command_is_refused(text):
    """A command that is missing, of two lines, or there twice stops CI."""
    with pytest.raises(LookupError, match="one command 'a'"):
        command("a", text)


def links(text: str) -> list[str]:
    """Return the targets of links to files."""
    targets = [part.partition(")")[0].partition("#")[0] for part in text.split("](")[1:]]
    return [target for target in targets if target and "://" not in target]


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "exercises").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    """Every link between our own pages has its page."""
    assert [target for target in links(page.read_text("utf-8")) if not (page.parent / target).exists()] == []
