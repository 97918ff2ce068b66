"""The learner's text becomes modules, with services in place of names."""

import importlib
import linecache
import sys

import pytest

from grader.engine.loader import Files


@pytest.fixture
def load(monkeypatch):
    """Load files as a program; imports, modules and cached lines are as before afterwards."""
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    before = dict(sys.modules)

    def load(files, replace=None, main="program.py"):
        files = Files(files, replace or {})
        files.install()
        return files.load(main)

    yield load
    for name in set(sys.modules) - set(before):
        del sys.modules[name]
    sys.modules.update(before)


def service(value):
    return ("service", value if isinstance(value, str) else getattr(value, "__name__", value))


@pytest.mark.parametrize(
    "source",
    [
        "async def task(): pass",
        "def task(): pass",
        "class task: pass",
        "task = lambda: None",
        "def other(): pass\ntask = other",
        "from helper import task",
        "from helper import other as task",
        "import helper as task",
        "for task in [1, 2]: pass",
        "if (task := 5): pass",
        "def define():\n    global task\n    async def task(): pass\nasync def task(): pass",
        "def define():\n    global task\n    async def task(): pass\ndefine()",
    ],
)
def test_a_name_is_replaced_however_it_is_bound(load, source):
    """What the module has under the name is the service."""
    files = {"program.py": source, "helper.py": "def task(): pass\ndef other(): pass"}
    assert load(files, {"program": {"task": service}}).task[0] == "service"


@pytest.mark.parametrize(
    ("source", "holder"),
    [
        ("alias = task", lambda module: module.alias),
        ("from functools import partial\np = partial(print, task)", lambda module: module.p.args[0]),
        ("table = {'a': [task]}", lambda module: module.table["a"][0]),
        ("def get(task=task): return task", lambda module: module.get()),
        ("def get(): return task", lambda module: module.get()),
        ("class Box:\n    inside = task", lambda module: module.Box.inside),
    ],
)
def test_what_is_made_of_a_name_holds_the_service(load, source, holder):
    """Aliases, partials, tables, defaults, closures: none of them keeps the original."""
    module = load({"program.py": "def task(): pass\n" + source}, {"program": {"task": service}})
    assert holder(module) == ("service", "task")


def test_a_name_in_another_file_is_replaced_there(load):
    """So whoever imports it gets the service."""
    files = {"program.py": "from given import download\nimport given", "given.py": "def download(): pass\nkept = 1"}
    module = load(files, {"given": {"download": service}})
    assert (module.download, module.given.download, module.given.kept) == (("service", "download"),) * 2 + (1,)


def test_other_names_are_left_alone(load):
    """And the original still runs what it runs."""
    module = load({"program.py": "x = 1\ndel x\ny = 2\ndef task(): pass"}, {"program": {"task": service}})
    assert (hasattr(module, "x"), module.y) == (False, 2)


@pytest.mark.parametrize("name", ["asyncio", "random", "json", "typing", "string", "tomllib"])
def test_the_standard_library_wins(load, name):
    """A file called like one of its modules is not imported in its place."""
    module = load({"program.py": f"import {name}", f"{name}.py": "fake = True"})
    assert not hasattr(getattr(module, name), "fake")
    assert importlib.import_module(name) is getattr(module, name)


def test_a_main_file_called_like_a_module_is_loaded_as_itself(load):
    """`random.py` is what the learner handed in; it is run, whatever its name."""
    assert load({"string.py": "mine = True"}, main="string.py").mine


def test_every_program_has_its_modules_afresh(load):
    """A module that another program left under the same name is not used."""
    load({"program.py": "import helper", "helper.py": "x = 1"})
    assert load({"program.py": "import helper", "helper.py": "x = 2"}).helper.x == 2


def test_the_module_is_no_main(load):
    """`if __name__ == "__main__"` stays out."""
    module = load({"program.py": "name = __name__\nfile = __file__"})
    assert (module.name, module.file) == ("program", "program.py")


def test_a_file_that_is_not_there_cannot_be_imported(load):
    """The finder leaves it to the others, who do not know it either."""
    with pytest.raises(ModuleNotFoundError):
        load({"program.py": "import helper"})


def test_tracebacks_can_show_the_lines(load):
    """Though there is no file."""
    load({"program.py": "x = 1\ny = 2\n"})
    assert linecache.getline("program.py", 2) == "y = 2\n"


def test_future_imports_of_the_engine_do_not_leak_into_the_program(load):
    """Annotations are evaluated, as they are when the file is run."""
    module = load({"program.py": "def f(x: int): pass"})
    assert module.f.__annotations__ == {"x": int}
