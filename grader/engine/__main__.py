"""Start-up of the two kinds of runner; run by its path, under `python -s -S -P`.

    …/grader/engine/__main__.py zygote CONTROL SETTINGS    CONTROL: descriptor of a Unix socket; see zygote.py
    …/grader/engine/__main__.py spawned UP SETTINGS        one run; commands come on standard input, UP: a descriptor
                                                           (on Windows: a handle)

SETTINGS is JSON: `packages`, the arguments of `packages.Packages`; whether runs are `confined`; `shelf`, the folder in
which their own folders lie; `real_time`, whether time and network are the machine's.

`grader` becomes a package with one name, `mark`, of which nothing but the engine can be imported, so that neither the
judge's code nor what is installed beside it is within a submission's reach.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import types
from collections.abc import Callable
from functools import partial
from typing import Any


def _spawned(handle: int, run: Callable[[int, int], None]) -> None:
    up = handle
    if sys.platform == "win32":
        import msvcrt

        up = msvcrt.open_osfhandle(handle, os.O_WRONLY)
    down = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.set_inheritable(up, False)
    run(down, up)


def _start(kind: str, number: int, settings: dict[str, Any]) -> None:
    gc.disable()  # there is no garbage in what is loaded now
    here = os.path.dirname(os.path.abspath(__file__))
    package = types.ModuleType("grader")
    package.__path__ = [os.path.dirname(here)]
    sys.modules["grader"] = package
    from grader.engine import confine, runner
    from grader.engine.packages import Packages
    from grader.engine.program import Program
    from grader.engine.recorder.marks import mark

    package.mark = mark  # type: ignore[attr-defined]
    packages = Packages(**settings["packages"])
    packages.install()
    if kind == "zygote":
        from grader.engine import zygote

        packages.preload()
        control = zygote.control(number)
    confinement = confine.of_platform(packages.files(), settings["shelf"]) if settings["confined"] else None
    program = Program(packages.rebind, real_time=settings["real_time"])
    program.prepare()
    gc.enable()
    run = partial(runner.run, program, confinement)
    package.__path__ = []
    if kind == "spawned":
        _spawned(number, run)
    else:
        zygote.serve(control, run)
        zygote.leave_process(0)  # nothing is left to be done, and the judge waits for this end


if __name__ == "__main__":
    _start(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3]))
