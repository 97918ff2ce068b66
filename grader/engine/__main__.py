"""Start-up of the two kinds of runner; run by its path, under `python -s -S -P`.

    …/grader/engine/__main__.py zygote CONTROL PACKAGES    CONTROL: descriptor of a Unix socket; see zygote.py
    …/grader/engine/__main__.py spawned UP PACKAGES        one run; commands come on standard input, UP: a descriptor
                                                           (on Windows: a handle)

PACKAGES is JSON: the arguments of `packages.Packages`.

`grader` becomes a package of which nothing but the engine can be imported, so that neither the judge's code nor what is
installed beside it is within a submission's reach.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import types
from functools import partial
from typing import Any


def _run(packages: Any, down: int, up: int) -> None:
    from grader.engine.channel import Channel
    from grader.engine.program import Program

    channel = Channel(down, up)
    (job,) = channel.receive()
    Program(job, channel, packages.rebind).run()


def _spawned(packages: Any, handle: int) -> None:
    up = handle
    if sys.platform == "win32":
        import msvcrt

        up = msvcrt.open_osfhandle(handle, os.O_WRONLY)
    down = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.set_inheritable(up, False)
    _run(packages, down, up)


def _start(kind: str, number: int, allowed: dict[str, list[str]]) -> None:
    here = os.path.dirname(os.path.abspath(__file__))
    package = types.ModuleType("grader")
    package.__path__ = [os.path.dirname(here)]
    sys.modules["grader"] = package
    importlib.import_module("grader.engine.program")
    from grader.engine.packages import Packages

    packages = Packages(**allowed)
    packages.install()
    if kind == "spawned":
        package.__path__ = []
        _spawned(packages, number)
    else:
        import socket

        from grader.engine import zygote

        package.__path__ = []
        packages.preload()
        zygote.serve(socket.socket(fileno=number), partial(_run, packages))


if __name__ == "__main__":
    _start(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3]))
