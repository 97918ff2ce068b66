"""The entry point that pytest loads at every start, in every project: it imports nothing, and sleeps.

It wakes the plugin when pytest collects a file beside an `exercise.toml`. Users' other tests are left alone.
"""


def pytest_addoption(parser):  # type: ignore[no-untyped-def]
    """Add the option that names a submission."""
    parser.getgroup("asyncgrade").addoption(
        "--submission", metavar="FILE", help="examine this file instead of the one beside the checks"
    )


def pytest_collect_file(file_path, parent):  # type: ignore[no-untyped-def]
    """Wake the plugin beside an exercise.toml."""
    if file_path.suffix == ".py" and (file_path.parent / "exercise.toml").is_file():
        manager = parent.config.pluginmanager
        if not manager.has_plugin("grader.judge.plugin"):
            from grader.judge import plugin

            manager.register(plugin, "grader.judge.plugin")
