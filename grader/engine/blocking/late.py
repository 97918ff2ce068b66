"""Changes to modules that a program may import later, made as soon as they are there."""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any


class Late:
    """Finds some modules, and changes each when it was loaded."""

    def __init__(self, changes: Mapping[str, Callable[[Any], None]]) -> None:
        """Take what changes each module, by its full name."""
        self._changes = changes

    def install(self) -> None:
        """Change the modules that are there, and the others when they come."""
        for name, change in self._changes.items():
            if name in sys.modules:
                change(sys.modules[name])
        sys.meta_path.insert(0, self)

    def find_spec(
        self, fullname: str, path: Any, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module as Python does, and see to it that it is changed."""
        change = self._changes.get(fullname)
        if change is None:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                load(module)
                change(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec
