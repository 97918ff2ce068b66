"""Tests that take many minutes are left out, unless they are asked for."""

OPTIONAL = ("attacks_full", "by_hand", "lies_full", "mutants_full")
"""Marks of what runs only where `-m` names it."""


def pytest_collection_modifyitems(config, items):
    """Leave out what is not asked for."""
    unasked = [mark for mark in OPTIONAL if mark not in (config.option.markexpr or "")]
    left_out = [item for item in items if any(map(item.get_closest_marker, unasked))]
    if left_out:
        items[:] = [item for item in items if item not in set(left_out)]
        config.hook.pytest_deselected(items=left_out)
