"""Packages that a program may import, of those installed beside the grader: these, and what they require. No others.

A runner's `sys.path` holds the standard library only. An import that nothing else answers comes here. Which modules a
distribution brings, and what it requires, its metadata tells; it is read at the first such import, since most programs
make none. Whatever else lies in the same folders stays out of a submission's reach.

Packages that an exercise declares are imported before runners are forked, so before `time`, `socket` and their kin are
patched. Names that they took from there are bound again in each run, to what stands there then.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import site
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from .distributions import Distribution, folders, normalised, read

PATCHED = (
    "asyncio",
    "asyncio.events",
    "builtins",
    "io",
    "os",
    "queue",
    "select",
    "socket",
    "subprocess",
    "threading",
    "time",
)
"""Modules whose functions and classes a run replaces."""


class _Binding(NamedTuple):
    """A name in a module that was taken from another one."""

    names: dict[str, Any]
    name: str
    owner: ModuleType
    source: str


class Packages:
    """Finds modules of the distributions that are allowed, and of nothing else."""

    def __init__(
        self,
        paths: Sequence[str],
        declared: Sequence[str],
        welcome: Sequence[str],
        everything: bool = False,
        parts: Sequence[str] = (),
    ) -> None:
        """Find what may be imported.

        `paths`: folders with distributions; `declared`: what `preload` imports; `welcome`: what may be imported;
        `everything`: whether that is all that there is, as for a program that is the user's own; `parts`: modules
        within what is declared, by their full names, that `preload` imports as well, where there are such.
        """
        self._everything = everything
        self._paths = list(paths)
        self._declared = list(declared)
        self._welcome = list(welcome)
        self._parts = sorted(parts)
        self._allowed: dict[str, Distribution] | None = None
        self._modules: frozenset[str] = frozenset()
        self._bindings: list[_Binding] = []

    def install(self) -> None:
        """Serve imports that nothing else answers."""
        if self._everything:
            for path in self._paths:
                site.addsitedir(path)
        elif self._declared or self._welcome:
            sys.meta_path.append(self)

    # --- finding ---

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a top-level module; what lies inside a package is found by way of the package."""
        if path is not None or fullname in sys.stdlib_module_names:
            return None
        self._resolve()
        if fullname not in self._modules:
            return None
        return importlib.machinery.PathFinder.find_spec(fullname, self._paths)

    def find_distributions(self, context: Any) -> Iterator[Any]:
        """Let `importlib.metadata` tell of the distributions that are allowed."""
        allowed = self._resolve()
        wanted = None if context.name is None else normalised(context.name)
        return iter([found.of_importlib() for name, found in allowed.items() if wanted in (None, name)])

    def _resolve(self) -> dict[str, Distribution]:
        """Return the distributions that are allowed and installed: those listed, and what they require."""
        if self._allowed is not None:
            return self._allowed
        self._allowed = allowed = {}
        installed = folders(self._paths)
        waiting = [normalised(name) for name in (*self._declared, *self._welcome)]
        while waiting:
            name = waiting.pop()
            if name in installed and name not in allowed:
                allowed[name] = read(installed[name])
                waiting += allowed[name].requires
        self._modules = frozenset(module for found in allowed.values() for module in found.modules)
        return allowed

    def files(self) -> list[str]:
        """Return where the allowed distributions lie: their modules and packages, and what tells of them.

        Whoever asks is about to close every other file; what their folders have is noted now.
        """
        if not (self._declared or self._welcome):
            return []
        importlib.machinery.PathFinder.find_spec("no module has this name", self._paths)
        return sorted({path for found in self._resolve().values() for path in found.paths})

    # --- before runners are forked ---

    def preload(self) -> None:
        """Import what is declared, and note what it took from modules that a run patches."""
        if not self._declared:
            return
        before = set(sys.modules)
        allowed = self._resolve()
        for name in self._declared:
            distribution = allowed.get(normalised(name))
            modules = distribution.modules if distribution is not None else ()
            own = [module for module in modules if normalised(module) == normalised(name)]
            for module in own or [module for module in modules if not module.startswith("_")]:
                importlib.import_module(module)
        for part in self._parts:
            if part.rpartition(".")[0] in sys.modules.keys() - before:
                with contextlib.suppress(ImportError):  # a name that is no module
                    importlib.import_module(part)
        patched = {id(value): where for where in _patched() if (value := getattr(*where)) is not None}
        for name in sorted(set(sys.modules) - before):
            names = vars(sys.modules[name])
            for key, value in list(names.items()):
                if id(value) in patched:
                    self._bindings.append(_Binding(names, key, *patched[id(value)]))

    def rebind(self) -> None:
        """Bind what `preload` noted to what stands in its place now."""
        for names, name, owner, source in self._bindings:
            names[name] = getattr(owner, source)


def _patched() -> Iterator[tuple[ModuleType, str]]:
    """Yield where each function and class of the modules that a run patches stands."""
    for name in PATCHED:
        module = sys.modules.get(name)
        for source, value in list(vars(module).items()) if module is not None else ():
            if callable(value):
                yield module, source  # type: ignore[misc]
