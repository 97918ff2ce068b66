"""Another package brings a format: the example in docs is built and installed as a package would be, and asked for."""

import re
import sys
import zipfile
from contextlib import chdir
from importlib.metadata import distributions
from pathlib import Path

import pytest
from hatchling import build

from grader.cli import main
from grader.errors import UsageError
from grader.report import of_others, render

from .reports import check, passed, report, sequential
from .test_inert import HOSTILE, made

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "asyncgrade-tap"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the example as pip does, with the backend that it names."""
    folder = tmp_path_factory.mktemp("dist")
    with chdir(EXAMPLE):
        return folder / build.build_wheel(str(folder))


@pytest.fixture
def package(wheel, tmp_path, monkeypatch):
    """Install it: what is in a wheel lies on the path. Beside it is a package whose formats are none."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    info = tmp_path / "asyncgrade_broken-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: asyncgrade-broken\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[asyncgrade.formats]\nbroken = no_such_module:render\njson = x:y\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("asyncgrade_tap", None)


def test_a_format_of_another_package_is_written(package):
    """By its name, as one of ours."""
    assert "asyncgrade-tap" in {found.name for found in distributions()}
    assert render(sequential(), "tap").splitlines() == [
        "TAP version 14",
        "1..4",
        "ok 1 - `main` calls `task` for Task A with 2 and for Task B with 1, once each",
        "ok 2 - `task` waits as long as it is told",
        "not ok 3 - `main` starts Task A, then Task B, both at once",
        "# `task('Task B', 1)` began at t=2 s, not at t=0 s",
        "ok 4 - The program prints its four lines at the right times, and nothing else # SKIP",
        "# 02_gather: 4 of 8 points",
    ]


LINE = re.compile(r"TAP version 14|1\.\.\d+|(not )?ok \d+ - ([^#\\]|\\[#\\])*( # SKIP)?|# ([^#\\]|\\[#\\])*")


@pytest.mark.parametrize("what", HOSTILE)
def test_a_text_is_text_in_it(package, what):
    """The example keeps what the page asks of a format; put in as it stands, a text would be more in some of them."""
    lines = render(made(HOSTILE[what][0]), "tap").removesuffix("\n").split("\n")
    assert all(LINE.fullmatch(line) and line.isprintable() for line in lines)
    assert len(lines) == len(render(made("plainword"), "tap").splitlines())
    assert not LINE.fullmatch("not ok 1 - a # TODO b") and not LINE.fullmatch("Bail out!")


def test_it_keeps_a_hidden_check_to_itself(package):
    """A format is not given what a student is not shown."""
    secret = check("a", "a secret", "failed", 2, visibility="hidden", message="a secret")
    text = render(report(results=(secret,), max_score=2), "tap")
    assert "a secret" not in text
    assert "not ok 1 - Check 1, which is not shown\n" in text


def test_ours_cannot_be_replaced(package):
    """A package that calls its format `json` is not asked."""
    assert sorted(of_others()) == ["broken", "tap"]
    assert render(sequential(), "json").startswith("{")


def test_one_that_cannot_be_loaded_is_told(package):
    """With where it should be."""
    with pytest.raises(UsageError, match=r"'broken' \(no_such_module:render\) cannot be loaded: No module named"):
        render(sequential(), "broken")


def test_one_that_is_not_there_is_told(package):
    """With those that are."""
    with pytest.raises(UsageError, match=r"no format 'tab'; there are: terminal, .*, tap"):
        render(sequential(), "tab")


def test_the_command_takes_it(package, tmp_path, monkeypatch, capsys):
    """On standard output alone, and says of a misspelt one which there are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("grader.judge.grade", lambda *_, **__: passed())
    (tmp_path / "gather.py").write_text("x = 1\n", "utf-8")
    assert main(["gather.py", "--format", "tap"]) == 0
    assert capsys.readouterr().out == render(passed(), "tap")
    assert main(["gather.py", "--format", "tab"]) == 4
    assert "'tab' is not one of" in capsys.readouterr().err
