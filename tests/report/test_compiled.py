"""Compiled templates lie beside them, and are not compiled twice."""

import sys

import pytest
from jinja2 import Environment, FileSystemLoader

from grader.report import get_ready, page
from grader.report.compiled import Compiled


class Counting(Environment):
    """Counts what it compiles."""

    compiled = 0

    def compile(self, *arguments, **options):
        self.compiled += 1
        return super().compile(*arguments, **options)


@pytest.fixture
def greeted(tmp_path, monkeypatch):
    """Write a template in an environment of its own; return the text, and how much was compiled for it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)

    def greeted(text, name="Ann", **settings):
        (tmp_path / "greeting.html.j2").write_text(text, "utf-8")
        templates = Counting(loader=FileSystemLoader(tmp_path), bytecode_cache=Compiled(), **settings)
        return templates.get_template("greeting.html.j2").render(name=name), templates.compiled

    return greeted


def test_a_template_is_compiled_once(greeted, tmp_path):
    """Another process finds it in `__pycache__`."""
    assert greeted("Hello, {{ name }}") == ("Hello, Ann", 1)
    assert greeted("Hello, {{ name }}") == ("Hello, Ann", 0)
    assert [path.parent.name for path in tmp_path.rglob("*.pyc")] == ["__pycache__"]


def test_a_template_that_was_changed_is_compiled_anew(greeted):
    """What lies there belongs to a text, not to a name."""
    greeted("Hello, {{ name }}")
    assert greeted("Good night, {{ name }}") == ("Good night, Ann", 1)


def test_what_was_compiled_without_escaping_is_taken_nowhere_else(greeted):
    """Nor what was compiled with it where there is to be none."""
    for is_safe in (False, True, False):
        shown = "&lt;b&gt;" if is_safe else "<b>"
        assert greeted("{{ name }}", name="<b>", autoescape=is_safe) == (shown, 1)
    assert greeted("{{ name }}", name="<b>", autoescape=False) == ("<b>", 0)


@pytest.mark.parametrize("damage", [b"", b"j2", b"no such thing"])
def test_what_is_damaged_is_compiled_anew(greeted, tmp_path, damage):
    """A file that was cut short is as good as none."""
    greeted("Hello, {{ name }}")
    (compiled,) = tmp_path.rglob("*.pyc")
    compiled.write_bytes(compiled.read_bytes()[:60] if damage == b"j2" else damage)
    assert greeted("Hello, {{ name }}") == ("Hello, Ann", 1)


def test_where_nothing_can_be_written_it_is_compiled_each_time(greeted, tmp_path):
    """A package that belongs to somebody else is no error."""
    (tmp_path / "__pycache__").touch()
    assert [greeted("Hello, {{ name }}") for _ in range(2)] == [("Hello, Ann", 1)] * 2


def test_where_python_writes_no_modules_no_template_is_kept(greeted, tmp_path, monkeypatch):
    """PYTHONDONTWRITEBYTECODE counts here, too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert greeted("Hello, {{ name }}") == ("Hello, Ann", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["greeting.html.j2"]


def test_templates_of_a_report_are_loaded_beforehand(monkeypatch):
    """All of them, and nothing else that lies there, such as what was compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    page.environment.cache_clear()
    get_ready("html")
    page.environment.cache_clear()
    get_ready("html")
    loaded = {name for _, name in page.environment().cache}
    assert {"report.html.j2", "timeline.html.j2", "report.css"} <= loaded
    assert not any(name.startswith(page.OTHERS) for name in loaded)
