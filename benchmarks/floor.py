"""The least that a run could cost: a process that is warm forks, compiles and runs a program, pipes a result, reaps.

    python -s -S -P floor.py bare SETTINGS    on asyncio's own loop, with waits of no length
    python -s -S -P floor.py tier SETTINGS    confined as runs are, on the engine's virtual loop: nothing is recorded,
                                              and nothing replaced but what the program cannot do without

Says `ready` when it is warm, and for each line that it reads the seconds that one run took. It holds no more than the
process that forks runners, which is why it is a file of its own: a fork costs as much as there is to copy.
"""

import asyncio
import contextlib
import gc
import importlib
import json
import os
import sys
import time
from pathlib import Path


class Silent:
    """In place of a recorder: takes whatever is told, and forgets it."""

    def __getattr__(self, name):
        return self

    def __call__(self, *arguments, **named):
        return None


class Floor:
    """A way to run a program, ready to be forked."""

    def __init__(self, settings):
        self.files = settings["files"]
        self.folder = settings["folder"]
        self.preload(settings)

    def preload(self, settings):
        """Import what the program needs beside the standard library."""
        for name in (*settings["packages"]["declared"], *settings["packages"]["parts"]):
            with contextlib.suppress(ImportError):  # a name that is no module
                importlib.import_module(name)

    def execute(self):
        """Run `main`, in the child; the last file is the program, and those before are imported by it."""
        for name, text in self.files.items():
            module = type(sys)(name)
            sys.modules[name] = module
            exec(compile(text, f"{name}.py", "exec"), vars(module))
        with self.runner() as runner:
            runner.run(module.main())

    def enter(self):
        """Get ready in the child."""
        sleep = asyncio.sleep
        asyncio.sleep = lambda delay, result=None: sleep(0, result)
        time.sleep = lambda seconds: None

    def runner(self):
        """Return what runs `main`."""
        return asyncio.Runner()


class Tier(Floor):
    """The same under the confinement and on the loop of runs."""

    def preload(self, settings):
        sys.path.insert(0, settings["root"])
        from grader.engine import confine
        from grader.engine.network import loop as netloop
        from grader.engine.network.network import Network
        from grader.engine.packages import Packages
        from grader.engine.virtual import locks, threads
        from grader.engine.virtual.clock import FreeClock
        from grader.engine.virtual.loop import VirtualLoop
        from grader.engine.virtual.turns import Turns

        self.packages = Packages(**settings["packages"])
        self.packages.install()
        self.packages.preload()
        self.confinement = confine.of_platform(self.packages.files(), str(Path(self.folder).parent))
        self.policy = confine.Policy(
            folder=self.folder, threads=True, processes=False, memory=settings["memory"], cpu_seconds=10.0
        )
        self.needs = settings["needs"]
        self.modules = netloop, Network, locks, threads, VirtualLoop, Turns, FreeClock

    def enter(self):
        os.chdir(self.folder)
        if self.confinement is not None:
            self.confinement.enter(self.policy)

    def runner(self):
        netloop, Network, locks, threads, VirtualLoop, Turns, FreeClock = self.modules
        turns = Turns(FreeClock())
        if self.needs == "threads":
            threads.install(turns, Silent())
            locks.install(turns)
            time.sleep = lambda seconds: turns.sleep(turns.clock.now + round(seconds * 10**9))
        if self.needs != "network":
            return asyncio.Runner(loop_factory=lambda: VirtualLoop(turns))
        network = Network(turns, Silent())
        netloop.install(network)
        self.packages.rebind()
        return asyncio.Runner(loop_factory=lambda: netloop.NetworkLoop(turns, network))


def once(floor):
    """Fork, run, pipe, reap; return how many seconds it took."""
    begun = time.perf_counter()
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            floor.enter()
            floor.execute()
            os.write(theirs, json.dumps({"kind": "returned"}).encode())
            os._exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(1)
    os.close(theirs)
    result = b""
    while data := os.read(ours, 1 << 16):
        result += data
    os.close(ours)
    _, status = os.waitpid(pid, 0)
    if status or json.loads(result)["kind"] != "returned":
        raise RuntimeError(f"the program ended with {status}: {result!r}")
    return time.perf_counter() - begun


def serve(floor):
    """Run once to be warm, then once for each line."""
    gc.collect()
    gc.freeze()
    once(floor)
    print("ready", flush=True)
    for _ in sys.stdin:
        print(once(floor), flush=True)


if __name__ == "__main__":
    serve({"bare": Floor, "tier": Tier}[sys.argv[1]](json.loads(sys.argv[2])))
