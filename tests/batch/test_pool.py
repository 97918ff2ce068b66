"""Programs are judged by an executor, whichever, and none is lost when a process dies."""

from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path

import pytest

from grader.batch import pool
from grader.errors import GraderError
from grader.model import Submission

ORDER = pool.Order(exercise=Path("02_gather"))


class Inline(Executor):
    """Runs at once, and is broken for good by a program that kills, as a pool of processes is."""

    made = 0

    def __init__(self, width):
        type(self).made += 1
        self.width, self.broken = width, False

    def submit(self, function, *arguments):
        future = Future()
        try:
            if self.broken:
                raise BrokenExecutor
            future.set_result(function(*arguments))
        except BaseException as error:
            self.broken = self.broken or isinstance(error, BrokenExecutor)
            future.set_exception(error)
        return future


@pytest.fixture(autouse=True)
def judge(monkeypatch):
    """Judge by the text of a program alone."""

    def judge(order, submissions):
        if any(submission.source == "kills" for submission in submissions):
            raise BrokenExecutor
        if any(submission.source == "fails" for submission in submissions):
            raise GraderError("no checks")
        return [pool.Judged(report=submission.source.encode(), files={}) for submission in submissions]

    monkeypatch.setattr(pool, "judge", judge)
    Inline.made = 0


def judged(sources, width=2, chunk=2):
    submissions = [Submission(name="gather.py", source=source) for source in sources]
    found = list(pool.judged(ORDER, submissions, Inline, width, chunk))
    return {place: judged.report.decode() if judged else None for place, judged in found}, len(found)


def test_each_program_is_judged_once():
    """Whatever the size of a chunk."""
    for chunk in (1, 2, 3, 8):
        assert judged("abcdefg", chunk=chunk) == (dict(enumerate("abcdefg")), 7)
    assert Inline.made == 4
    assert judged([]) == ({}, 0)


def test_the_first_results_come_soon(monkeypatch):
    """One program for each process, and only then more of them at once."""
    sizes, judge = [], pool.judge
    monkeypatch.setattr(
        pool, "judge", lambda order, submissions: sizes.append(len(submissions)) or judge(order, submissions)
    )
    judged("abcdefgh", width=2, chunk=4)
    assert sizes == [1, 1, 4, 2]


def test_the_last_chunks_are_smaller(monkeypatch):
    """The processes end at about the same time; a session is not started for a few programs before that."""
    sizes, judge = [], pool.judge
    monkeypatch.setattr(
        pool, "judge", lambda order, submissions: sizes.append(len(submissions)) or judge(order, submissions)
    )
    judged("a" * 82, width=2, chunk=16)
    assert sizes == [1, 1, 16, 16, 12, 9, 8, 8, 8, 3]


def test_the_program_of_which_a_process_dies_is_found_and_the_others_are_judged():
    """Those that were at work with it are judged alone, the rest goes on side by side."""
    sources = ["a", "b", "c", "kills", "e", "f", "g", "h", "i", "j", "kills"]
    assert judged(sources) == ({place: None if text == "kills" else text for place, text in enumerate(sources)}, 11)


def test_our_own_error_ends_the_batch():
    """Checks that cannot be collected are nobody's program's fault."""
    with pytest.raises(GraderError, match="no checks"):
        judged(["a", "fails"])
