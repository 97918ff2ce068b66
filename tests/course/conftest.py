"""Tests that run in real time are left out, unless they are asked for."""


def pytest_collection_modifyitems(config, items):
    """Leave out what waits for real, a minute and a half in all: `-m by_hand` asks for it."""
    if "by_hand" not in (config.option.markexpr or ""):
        left_out = [item for item in items if item.get_closest_marker("by_hand")]
        if left_out:
            items[:] = [item for item in items if item not in set(left_out)]
            config.hook.pytest_deselected(items=left_out)
