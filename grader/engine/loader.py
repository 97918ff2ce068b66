"""The learner's text becomes modules; services take the place of names as they are bound.

A replaced name is caught when the module binds it, however it does (`async def`, assignment, import), because the
module's body runs with a mapping of ours as its local names. So an alias or a `partial` made later holds the service
already.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.machinery
import linecache
import os
import sys
import types
from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # `importlib.abc` brings more than the engine needs at its start

Wrap = Callable[[Any], Any]


class _Bindings(MutableMapping[str, Any]):
    """A module's names; what is bound to a replaced one becomes its service."""

    def __init__(self, names: dict[str, Any], replace: dict[str, Wrap]) -> None:
        self._names = names
        self._replace = replace
        self._bound: set[str] = set()

    def complete(self) -> None:
        """Replace what went round this mapping: a name that a function declares global is stored without asking."""
        for name in self._replace.keys() - self._bound:
            if name in self._names:
                self[name] = self._names[name]

    def __getitem__(self, name: str) -> Any:
        return self._names[name]

    def __setitem__(self, name: str, value: Any) -> None:
        wrap = self._replace.get(name)
        self._names[name] = value if wrap is None else wrap(value)
        self._bound.add(name)

    def __delitem__(self, name: str) -> None:
        del self._names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Files(Loader):
    """Imports modules from texts. The standard library wins: a file cannot take the place of one of its modules."""

    def __init__(self, texts: dict[str, str], replace: dict[str, dict[str, Wrap]], root: str = "") -> None:
        """Serve modules from texts.

        `texts`: path of the file from `root`, such as `app.py` or `pkg/net.py` → text; `replace`: module name → name
        in it → what makes the service; `root`: the folder in which the files lie, or empty where they lie nowhere.
        """
        self._texts = texts
        self._replace = replace
        self._root = root

    def install(self) -> None:
        """Serve imports; tracebacks can show the lines."""
        for file, text in self._texts.items():
            linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
            name = file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
            if name not in sys.stdlib_module_names:
                sys.modules.pop(name, None)
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Find a module among the texts."""
        if fullname.partition(".")[0] in sys.stdlib_module_names:
            return None
        base = fullname.replace(".", "/")
        if f"{base}/__init__.py" in self._texts:
            spec = importlib.machinery.ModuleSpec(fullname, self, origin=f"{base}/__init__.py", is_package=True)
            spec.submodule_search_locations = [os.path.join(self._root, base)]
            return spec
        if f"{base}.py" in self._texts:
            return importlib.machinery.ModuleSpec(fullname, self, origin=f"{base}.py")
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        """Leave the module's creation to the import system."""
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a text as the module's body."""
        spec = module.__spec__
        self._execute(module, spec.origin if spec is not None and spec.origin else f"{module.__name__}.py")

    def _execute(self, module: types.ModuleType, file: str) -> None:
        module.__file__ = os.path.join(self._root, file)
        code = compile(self._texts[file], file, "exec", dont_inherit=True)
        replace = self._replace.get(module.__name__)
        if not replace:
            exec(code, module.__dict__)
            return
        bindings = _Bindings(module.__dict__, replace)
        try:
            exec(code, module.__dict__, bindings)
        finally:
            bindings.complete()

    def load(self, file: str) -> types.ModuleType:
        """Load a file as a module of its own, whatever its name."""
        name = file.removesuffix(".py")
        module = types.ModuleType(name)
        sys.modules[name] = module
        self._execute(module, file)
        return module

    def run_main(self, file: str, name: str = "") -> None:
        """Run a file as Python runs a script: as the module `__main__`; with `name` as `python -m` runs that module."""
        module = types.ModuleType("__main__")
        if name:
            module.__spec__ = importlib.machinery.ModuleSpec(name, self, origin=file)
            module.__package__ = name.rpartition(".")[0]
            if module.__package__:
                importlib.import_module(module.__package__)
        module.__builtins__ = builtins  # type: ignore[attr-defined]
        sys.modules["__main__"] = module
        self._execute(module, file)

    def is_unread(self, error: SyntaxError) -> bool:
        """Tell whether an error is about the text of one of the files."""
        return error.filename in self._texts
