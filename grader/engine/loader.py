"""The learner's text becomes modules; services take the place of names as they are bound.

A replaced name is caught when the module binds it, however it does (`async def`, assignment, import), because the
module's body runs with a mapping of ours as its local names. So an alias or a `partial` made later holds the service
already.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import linecache
import sys
import types
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

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


class Files(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports modules from texts. The standard library wins: a file cannot take the place of one of its modules."""

    def __init__(self, texts: dict[str, str], replace: dict[str, dict[str, Wrap]]) -> None:
        """`texts`: file name → text. `replace`: module name → name in it → what makes the service."""
        self._texts = texts
        self._replace = replace

    def install(self) -> None:
        """Serve imports; tracebacks can show the lines."""
        for file, text in self._texts.items():
            linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
            name = file.removesuffix(".py")
            if name not in sys.stdlib_module_names:
                sys.modules.pop(name, None)
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Find a module among the texts."""
        file = f"{fullname}.py"
        if file not in self._texts or fullname in sys.stdlib_module_names:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=file)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        """Leave the module's creation to the import system."""
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a text as the module's body."""
        file = f"{module.__name__}.py"
        module.__file__ = file
        code = compile(self._texts[file], file, "exec", dont_inherit=True)
        replace = self._replace.get(module.__name__)
        if not replace:
            exec(code, module.__dict__)
            return
        bindings = _Bindings(module.__dict__, replace)
        exec(code, module.__dict__, bindings)
        bindings.complete()

    def load(self, file: str) -> types.ModuleType:
        """Load a file as a module of its own, whatever its name."""
        name = file.removesuffix(".py")
        module = types.ModuleType(name)
        sys.modules[name] = module
        self.exec_module(module)
        return module
