"""Races over shared things: what a run proves, what is asked, and what is left alone even where a check failed."""

from dataclasses import replace

import pytest
from msgspec import structs

from grader.diagnosis import Evidence, Finding, diagnose
from grader.diagnosis.case import Case
from grader.diagnosis.sharing import lost_update, may_be_lost
from grader.model import Diagnostic, EntryPoint, Exercise
from grader.runner import Backend, Job, Service, run

from .programs import FILE, evidence
from .races import LOOK_ALIKES, MAY_RACE, RACES, whole

ACCOUNT = """
import asyncio

class Account:
    def __init__(self, balance):
        self._balance = balance

    async def read(self):
        await asyncio.sleep(0.1)
        return self._balance

    async def write(self, balance):
        await asyncio.sleep(0.1)
        self._balance = balance
"""

DEPOSITS = """
import asyncio

from given import Account


async def task(account, amount, lock):
    value = await account.read()
    await account.write(value + amount)


async def main():
    account, lock = Account(100), asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(await account.read())
"""


def failed(made: Evidence) -> Evidence:
    """Say that a check of the run of `main` failed."""
    assert made.main is not None
    finding = Finding(
        check="test_it",
        title="It works",
        trace=made.main,
        reference=made.main,
        message="the balance was wrong",
        expected=("returns 1",),
        actual=("returns 2",),
    )
    exercise = structs.replace(made.exercise, entry_points=(EntryPoint(name="main"),))
    return replace(made, exercise=exercise, findings=(finding,))


def races(backend: Backend, source: str) -> list[Diagnostic]:
    """Diagnose a program of which a check failed."""
    case = Case(failed(evidence(backend, whole(source), whole(source))))
    return list(lost_update(case)) or list(may_be_lost(case))


def deposits(backend: Backend, source: str) -> list[Diagnostic]:
    """Diagnose a program over given code."""
    files = {FILE: source, "given.py": ACCOUNT}
    finished = run(backend.start(), Job(files=files, main_file=FILE, target="main"))
    entries = (EntryPoint(name="main"),)
    exercise = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=entries, given=ACCOUNT)
    made = failed(Evidence(source=source, exercise=exercise, findings=(), main=finished.trace))
    return [found for found in diagnose(made) if found.code == "shared-state-race"]


@pytest.mark.parametrize("name", RACES)
def test_a_race_that_a_run_shows_is_told(backend, name):
    """As a fact: two calls had read before either wrote."""
    (found,) = races(backend, RACES[name])
    assert found.certain
    assert found.line is not None


@pytest.mark.parametrize("name", MAY_RACE)
def test_a_race_that_a_run_does_not_show_is_asked_about(backend, name):
    """Luck kept the calls apart, or nothing tells that they mean the same object."""
    (found,) = races(backend, MAY_RACE[name])
    assert not found.certain


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_a_look_alike_is_left_alone(backend, name):
    """Even where a check failed, for another reason."""
    assert races(backend, LOOK_ALIKES[name]) == []


def test_without_a_failed_check_nothing_is_told(backend):
    """What several calls do with a shared thing may be what is wanted."""
    source = whole(RACES["read into a local name"])
    assert diagnose(replace(evidence(backend, source, source), findings=())) == ()


def test_the_message_names_what_is_shared_and_both_lines(backend):
    """And a note the `await` in between, with both calls and their times."""
    (found,) = races(backend, RACES["read into a local name"])
    assert found.message == "two calls of `work` had read `counter` (line 6) before either wrote it (line 8)"
    (note,) = found.notes
    assert note.startswith("in between, both waited at `await asyncio.sleep(1)` on line 7: `work('a', 1)` and ")
    assert note.endswith(", from t=0 s to t=1 s")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("a lock made anew in each call", "`lock` (line 7) is another one in each call: it keeps nobody out"),
        ("a lock made anew for each call", "`lock` (line 6) is another one in each call: it keeps nobody out"),
        ("a lock round the write only", "`lock` guards the write only: line 7 reads before it is taken"),
        ("a lock taken between read and write", "`lock` guards the write only: line 7 reads before it is taken"),
        ("a semaphore that lets two in", "`gate` (line 7) lets several in at once"),
    ],
)
def test_a_lock_that_keeps_nobody_out_is_named(backend, name, label):
    """With the reason why it does not help."""
    (found,) = races(backend, RACES[name])
    assert found.label == label


def test_a_race_through_given_code_is_told_by_what_the_learner_wrote(backend):
    """By the object and the two awaited calls; what the given code keeps inside is nobody's business."""
    (found,) = deposits(backend, DEPOSITS)
    assert found.certain
    assert found.message == "two calls of `task` had read `account` (line 8) before either wrote it (line 9)"


def test_a_race_round_a_service_is_told(backend):
    """A check puts a service in place of the coroutine that is awaited in between, and that waits at another line."""
    source = whole(RACES["an await within an addition"])
    job = Job(files={FILE: source}, main_file=FILE, target="main", replace={"rate": Service(seconds=1, returns=1)})
    made = replace(evidence(backend, source, source), main=run(backend.start(), job).trace)
    (found,) = lost_update(Case(failed(made)))
    assert found.message == "two calls of `work` had read `counter` before either wrote it (line 9)"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "    value = await account.read()\n    await account.write(value + amount)\n",
            "    async with lock:\n        await account.write(await account.read() + amount)\n",
        ),
        ("*(task(account, 10, lock) for _ in range(5))", "task(account, 10, lock), task(Account(1), 10, lock)"),
    ],
)
def test_right_use_of_given_code_is_left_alone(backend, wrong, right):
    """Under the lock, or over accounts of their own."""
    assert wrong in DEPOSITS
    assert deposits(backend, DEPOSITS.replace(wrong, right)) == []
