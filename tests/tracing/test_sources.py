"""What of a program is read, and what a trace says of the rest."""

from __future__ import annotations

import pytest

from grader.errors import NotFoundError
from grader.model import CallStarted, Returned, Trace
from grader.tracing import read, read_module, trace
from grader.tracing.simulation import limits_of


def test_a_file_that_cannot_be_read_is_told_only_where_the_program_imports_it(tmp_path):
    """What lies beside it by chance is no matter of the program's."""
    (tmp_path / "latin.py").write_bytes(b"NAME = 'caf\xe9'\n")
    (tmp_path / "chance.py").write_bytes(b"\xff\xfe")
    program = tmp_path / "program.py"
    program.write_text("import asyncio\nfrom latin import NAME\n")
    assert read(program).left_out == ("latin.py",)


def test_calls_for_which_a_timeline_has_no_room_are_counted():
    """Nobody is to take the first ones for all."""
    started = [
        CallStarted(time=0, call=n, task=1, parent=None, function="work", arguments="", place=None, definition=None)
        for n in range(5)
    ]
    trace = Trace(target="__main__", events=tuple(started), outcome=Returned(), duration_ns=0)
    (told,) = limits_of(trace, real_time=False, left_out=(), most_calls=3)
    assert told == "2 of 5 calls are not shown: a timeline has the first 3"
    assert limits_of(trace, real_time=False, left_out=(), most_calls=5) == ()


def test_a_package_is_run_as_python_runs_it(tmp_path, monkeypatch):
    """By its `__main__`, which belongs to it: a dot before a name means the package."""
    monkeypatch.chdir(tmp_path)
    package = tmp_path / "app"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "work.py").write_text("import asyncio\nasync def work(): await asyncio.sleep(2)\n")
    (package / "__main__.py").write_text(
        "import asyncio\nfrom .work import work\nprint(__name__, __package__, __spec__.name)\nasyncio.run(work())\n"
    )
    said = trace(read_module("app", tmp_path), name="app/__main__.py")
    assert [line.text for line in said.output] == ["__main__ app app.__main__"]
    assert (said.outcome, said.duration) == (Returned(), 2)
    assert [(span.label, span.place.file) for span in said.timeline.actual] == [("work()", "app/__main__.py")]


def test_a_module_that_is_not_there_is_told_with_the_file_that_was_looked_for(tmp_path):
    """It need not be what the reader had in mind."""
    with pytest.raises(NotFoundError, match=r"no module app\.main here: app/main\.py is not there"):
        read_module("app.main", tmp_path)
