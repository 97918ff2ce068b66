"""Which tests run, and in which order: what takes many minutes only where it is asked for, what is long first."""

import signal

import pytest

OPTIONAL = ("attacks_full", "by_hand", "course_full", "lies_full", "mutants_full")
"""Marks of what runs only where `-m` names it."""

LONGEST = "test_every_exercise_holds"
"""The test that takes half a minute for each exercise."""


def pytest_collection_modifyitems(config, items):
    """Leave out what is not asked for, and deal out what is long."""
    unasked = [mark for mark in OPTIONAL if mark not in (config.option.markexpr or "")]
    left_out = [item for item in items if any(map(item.get_closest_marker, unasked))]
    if left_out:
        items[:] = [item for item in items if item not in set(left_out)]
        config.hook.pytest_deselected(items=left_out)
    dealt(items, getattr(config, "workerinput", {}).get("workercount", 1))


def dealt(items, workers):
    """Put long tests at the beginning of each worker's share: at the end one would work alone.

    pytest-xdist gives each of its workers an equal part of the tests, in their order, to begin with.
    """
    long = [item for item in items if item.originalname == LONGEST]
    others = [item for item in items if item.originalname != LONGEST]
    size = -(-len(items) // workers)
    shares = [long[worker::workers] for worker in range(workers)]
    rest = iter(others)
    items[:] = [
        item for share in shares for item in (*share, *(next(rest, None) for _ in range(size - len(share)))) if item
    ]


@pytest.fixture
def hung_up():
    """Let a terminal that is closed end the process, also where the tests run under `nohup`."""
    if hasattr(signal, "SIGHUP"):
        before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
        yield
        signal.signal(signal.SIGHUP, before)
    else:
        yield
