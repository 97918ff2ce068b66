"""What of a program is read, and what a trace says of the rest."""

from __future__ import annotations

from grader.model import CallStarted, Returned, Trace
from grader.tracing import read
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
