"""Start-up of the two kinds of runner; run by its path, under `python -s -S -P`.

    …/grader/engine/__main__.py zygote CONTROL     CONTROL: descriptor of a Unix socket; see zygote.py
    …/grader/engine/__main__.py spawned UP         one run; commands come on standard input, UP: a descriptor
                                                   (on Windows: a handle)

`grader` becomes a package of which nothing but the engine can be imported, so that neither the judge's code nor what is
installed beside it is within a submission's reach.
"""

from __future__ import annotations

import importlib
import os
import sys
import types


def _run(down: int, up: int) -> None:
    from grader.engine.channel import Channel
    from grader.engine.program import Program

    channel = Channel(down, up)
    (job,) = channel.receive()
    Program(job, channel).run()


def _spawned(handle: int) -> None:
    up = handle
    if sys.platform == "win32":
        import msvcrt

        up = msvcrt.open_osfhandle(handle, os.O_WRONLY)
    down = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.set_inheritable(up, False)
    _run(down, up)


def _start(kind: str, number: int) -> None:
    here = os.path.dirname(os.path.abspath(__file__))
    package = types.ModuleType("grader")
    package.__path__ = [os.path.dirname(here)]
    sys.modules["grader"] = package
    importlib.import_module("grader.engine.program")

    if kind == "spawned":
        package.__path__ = []
        _spawned(number)
    else:
        import socket

        from grader.engine import zygote

        package.__path__ = []
        zygote.serve(socket.socket(fileno=number), _run)


if __name__ == "__main__":
    _start(sys.argv[1], int(sys.argv[2]))
