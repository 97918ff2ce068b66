"""Which way runners are started."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from grader.errors import UsageError

from . import installed
from .process import Process

Name = Literal["fork", "spawn"]


class Backend(Protocol):
    """A way to start runners."""

    @property
    def name(self) -> Name:
        """Which way it is."""

    @property
    def confined(self) -> bool:
        """Whether runners confine themselves, as far as the platform lets them."""

    @property
    def version(self) -> str:
        """Version of the Python that runs submissions."""

    def start(self) -> Process:
        """Start a runner."""

    def close(self) -> None:
        """End whatever is kept between runs."""


def default_name() -> Name:
    """Return `fork` where it is to be had and wise (not on macOS, whose libraries do not survive it), else `spawn`."""
    return "fork" if hasattr(os, "fork") and sys.platform != "darwin" else "spawn"


def start(
    name: Name | None = None,
    *,
    python: str = sys.executable,
    hash_seed: int = 0,
    packages: Sequence[str] = (),
    welcome: Sequence[str] = (),
    parts: Sequence[str] = (),
    everything: bool = False,
    environment: Mapping[str, str] | None = None,
    confined: bool = True,
    real_time: bool = False,
) -> Backend:
    """Start a backend. `packages` are imported beforehand; `welcome` ones can be, where they are installed.

    `parts`: names within `packages` that are imported beforehand as well, where they are modules. `everything`: whether
    all that is installed is welcome. `environment`: variables that programs see; by default none but what makes them
    the same every time. `confined`: whether runners are to confine themselves; what that comes to, `isolation.probe`
    finds out. `real_time`: whether runners live in the machine's time, for jobs with scripts that say so.

    Raises UsageError for a backend that this platform does not have, and for packages that are not installed.
    """
    name = name or default_name()
    allowed = (
        installed.everything(python)
        if everything
        else installed.allowed(python, packages, welcome) | {"parts": list(parts)}
    )
    variables = {**(environment or {}), "PYTHONHASHSEED": str(hash_seed)}
    if name == "spawn":
        from .spawn import Spawner

        return Spawner(python, variables, allowed, confined=confined, real_time=real_time)
    if not hasattr(os, "fork"):
        raise UsageError("the backend fork is not to be had on this platform; use --backend spawn")
    from .zygote import Zygote

    return Zygote(python, variables, allowed, confined=confined, real_time=real_time)
