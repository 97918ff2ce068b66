"""Another package brings a format: the one of the how-to is installed as a package would be, and asked for."""

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from grader.cli import main
from grader.errors import UsageError
from grader.report import of_others, render

from .reports import sequential

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "add-a-format.md").read_text("utf-8")


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Put the package of the how-to on the path: its code and its metadata, as an installer writes them."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    (toml,) = re.findall(r'```toml\n\[project\.entry-points\."(.*?)"\]\n(.*?)```', PAGE, re.S)
    (tmp_path / "asyncgrade_scores.py").write_text(code, "utf-8")
    info = tmp_path / "asyncgrade_scores-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: asyncgrade-scores\nVersion: 1\n")
    entries = toml[1].replace('"', "")
    (info / "entry_points.txt").write_text(f"[{toml[0]}]\n{entries}broken = no_such_module:render\njson = x:y\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("asyncgrade_scores", None)


def test_a_format_of_another_package_is_written(package):
    """By its name, as one of ours."""
    assert "asyncgrade-scores" in {found.name for found in distributions()}
    assert render(sequential(), "scores") == "test_calls 3\ntest_waits 2\ntest_together 0\ntest_prints 0\n02_gather 4\n"


def test_ours_cannot_be_replaced(package):
    """A package that calls its format `json` is not asked."""
    assert sorted(of_others()) == ["broken", "scores"]
    assert render(sequential(), "json").startswith("{")


def test_one_that_cannot_be_loaded_is_told(package):
    """With where it should be."""
    with pytest.raises(UsageError, match=r"'broken' \(no_such_module:render\) cannot be loaded: No module named"):
        render(sequential(), "broken")


def test_one_that_is_not_there_is_told(package):
    """With those that are."""
    with pytest.raises(UsageError, match=r"no format 'score'; there are: terminal, .*, scores"):
        render(sequential(), "score")


def test_the_command_takes_it(package, tmp_path, monkeypatch, capsys):
    """And says of a misspelt one which there are."""
    monkeypatch.chdir(tmp_path)
    assert main(["nothing.py", "--format", "scores"]) == 5
    assert "no file nothing.py" in capsys.readouterr().err
    assert main(["nothing.py", "--format", "score"]) == 4
    assert "'score' is not one of" in capsys.readouterr().err
