"""Processes of runs: what they are given, what they leave, and that nothing stays."""

import gc
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from grader.errors import GraderError, UsageError
from grader.model import LimitExceeded, Limits, Protocol, Returned
from grader.runner import run as conduct, start
from grader.runner.start import default_name

from .programs import PROCESSES, execute, job, texts

HERE = os.getpid()


def processes():
    """Yield (number, state, parent, group) of every process there is."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, group = path.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        yield int(path.parent.name), state, int(parent), int(group)


def children(pid):
    """Numbers of the processes whose parent is `pid`, zombies among them."""
    return [number for number, _, parent, _ in processes() if parent == pid]


def living(group):
    """Numbers of the group's processes, without those that wait for their parent to take note of their end."""
    return [number for number, state, _, its_group in processes() if its_group == group and state not in "ZX"]


def comes_to_nothing(group):
    """Wait until no process of the group is left: a signal that ends a process takes effect a moment later."""
    while living(group):
        time.sleep(0.001)
    return True


def descriptors(pid="self"):
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def test_the_environment_is_clean(run):
    """The seed of hashes, the zone of the virtual clock, and the locale that Python itself sets where there is none."""
    found = run("import os\nasync def main(): return dict(os.environ)\n").value
    found.pop("LC_CTYPE", None)
    assert found == {"PYTHONHASHSEED": "0", "TZ": "UTC"}


def test_only_the_channel_is_open(run):
    """Standard input is empty, output and errors are pipes, and there are two more: the channel's."""
    source = """
    import os, stat
    found = {}
    for number in range(1024):
        try:
            found[number] = stat.S_IFMT(os.fstat(number).st_mode)
        except OSError:
            pass
    async def main():
        return found
    """
    found = run(source).value
    assert found.pop(0) == stat.S_IFCHR
    assert list(found.values()) == [stat.S_IFIFO] * 4
    assert {1, 2} < set(found)


def test_the_channel_is_not_inherited_by_what_the_program_starts(run):
    """A program that runs another one does not hand it the channel."""
    source = "import os\nasync def main(): return os.system('test $(ls /proc/self/fd | wc -l) -le 4')\n"
    assert run(source, allows=PROCESSES).value == 0


def test_the_judges_code_is_out_of_reach(run):
    """Nothing but the standard library and the engine is loaded or can be."""
    source = """
    import sys
    async def main():
        reached = []
        for name in ("grader.judge", "grader.runner", "grader.model", "grader.errors", "msgspec", "pytest", "_pytest"):
            try:
                __import__(name)
                reached.append(name)
            except ImportError:
                pass
        loaded = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
        ours = {name for name in sys.modules if name.startswith("grader") and not name.startswith("grader.engine")}
        return reached, sorted(loaded), ours, [path for path in sys.path if "site-packages" in path or "work" in path]
    """
    reached, loaded, ours, paths = run(source).value
    assert (reached, ours, paths) == ([], {"grader"}, [])
    assert set(loaded) <= {"__main__", "grader", "program"} | {name for name in loaded if name.startswith("_sysconfig")}


def test_arguments_tell_the_file_alone(run):
    """As if it had been run by hand."""
    assert run("import sys\nasync def main(): return sys.argv\n").value == ["program.py"]


def test_a_run_has_a_session_and_a_group_of_its_own(run):
    """So that all of it can be ended at once."""
    source = "import os\nasync def main(): return os.getpid() == os.getsid(0) == os.getpgrp()\n"
    assert run(source).value is True


def test_standard_input_is_empty(run):
    """`input()` ends at once."""
    assert run("async def main(): input()\n").trace.outcome.error == "EOFError"


def test_children_of_a_run_die_with_it(run):
    """Forked ones that would sleep for a minute, too; when the run is over, nobody of its group is there."""
    source = """
    import os, select
    async def main():
        for _ in range(3):
            if os.fork() == 0:
                select.select([], [], [], 60)
                os._exit(0)
        return os.getpgrp()
    """
    finished = run(source, allows=PROCESSES)
    assert finished.trace.outcome == Returned()
    assert comes_to_nothing(finished.value)


@pytest.mark.parametrize("ending", ["while True: pass", "os.kill(os.getpid(), 9)", "os.write(channel, b'garbage' * 9)"])
def test_children_die_with_a_run_that_ends_badly(run, ending):
    """After a limit, a crash, and a fault of the protocol."""
    source = f"""
    import gc, os, select
    channel = next(o for o in (gc.unfreeze() or gc.get_objects()) if type(o).__name__ == "Channel")._up
    async def main():
        if os.fork() == 0:
            select.select([], [], [], 60)
            os._exit(0)
        print(os.getpgrp(), flush=True)
        {ending}
    """
    finished = run(source, limits=Limits(cpu_seconds=0.1, wall_seconds=2), allows=PROCESSES)
    (group,) = texts(finished)
    assert not isinstance(finished.trace.outcome, Returned)
    assert comes_to_nothing(int(group))


ESCAPE = """
    import os, select, signal
    async def main():
        told, tell = os.pipe()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                    signal.signal(number, signal.SIG_IGN)
                os.write(tell, str(os.getpid()).encode())
                {then}
                select.select([], [], [], 30)
            os._exit(0)
        os.wait()
        number = int(os.read(told, 99))
        print(number)
    """
"""A double fork with a session of its own: the end of the group is not its end."""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a subreaper")
@pytest.mark.parametrize("then", ["pass", "os.closerange(0, 99)", "os.fork(); os.fork()"])
def test_a_process_that_leaves_the_group_is_ended_with_the_run(zygote, then):
    """It becomes the zygote's child, whatever it closes, and however many there are of it."""
    warm = zygote._process.pid
    execute(zygote, "async def main(): pass")
    before = children(warm)
    finished = execute(zygote, ESCAPE.replace("{then}", then), allows=PROCESSES)
    assert finished.trace.outcome == Returned()
    assert children(warm) == before
    (pid,) = texts(finished)
    assert not is_there(int(pid))


def test_a_process_that_leaves_the_group_and_keeps_the_channel_is_told():
    """Where nobody adopts it, the outcome says so."""
    backend = start("spawn")
    finished = execute(backend, ESCAPE.replace("{then}", "pass"), allows=PROCESSES)
    (pid,) = map(int, texts(finished))
    assert is_there(pid)
    os.kill(pid, signal.SIGKILL)
    assert finished.trace.outcome == Protocol(reason="a process that the program started outlived it")


def is_there(pid):
    """Tell whether there is a process of this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


MEDDLES = """
import gc, os
gc.unfreeze()
os.write(next(o for o in gc.get_objects() if type(o).__name__ == "Channel")._up, b"x" * 99)
"""


def test_nothing_accumulates_over_many_runs():
    """Descriptors and children of the judge and of the zygote: after fifty runs of all kinds what they were before."""
    sources = [
        "async def main(): pass",
        "import os\nasync def main():\n    if os.fork() == 0: os._exit(0)\n",
        "import os\nos.kill(os.getpid(), 9)\n",
        "import os\nos.closerange(0, 99)\n",
        MEDDLES,
    ]
    backend = start("fork")
    assert backend.version
    warm = backend._process.pid
    gc.collect()  # what earlier tests left is gone before it is counted
    before = descriptors(), children(HERE), children(warm)
    before_warm = descriptors(warm)
    for number in range(50):
        execute(backend, sources[number % len(sources)], allows=PROCESSES)
    assert (descriptors(), children(HERE), children(warm)) == before
    while descriptors(warm) != before_warm:  # it closes the last pipe after its last word
        pass
    backend.close()


def test_nothing_accumulates_over_many_spawned_runs():
    """Threads and descriptors of the judge, and its children."""
    backend = start("spawn")
    execute(backend, "async def main(): pass")
    before = descriptors(), children(HERE), threading.active_count()
    for _ in range(5):
        execute(backend, "async def main(): pass")
    assert (descriptors(), children(HERE), threading.active_count()) == before


def test_a_run_that_is_ended_at_once_is_reaped(zygote):
    """Before it has said a word, and before the judge knows its number."""
    execute(zygote, "async def main(): pass")
    before = descriptors()
    for _ in range(5):
        process = zygote.start()
        process.kill()
        process.close()
    assert (children(zygote._process.pid), descriptors()) == ([], before)


def test_runs_side_by_side_do_not_disturb_each_other(zygote):
    """One of them meddles with its channel, another runs for ever."""
    sources = [
        "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    return 1\n",
        "async def main():\n    while True: pass\n",
        MEDDLES,
    ]
    found = {}

    def run(number):
        found[number] = execute(zygote, sources[number % 3]).trace.outcome

    threads = [threading.Thread(target=run, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(found[number]) for number in range(6)] == [Returned, LimitExceeded, Protocol] * 2


def test_the_zygotes_death_is_our_error():
    """Before a run and in the midst of one; the run that it leaves is ended."""
    backend = start("fork")
    process = backend.start()
    warm = backend._process
    while not (runners := children(warm.pid)):
        pass
    timer = threading.Timer(0.2, warm.kill)
    timer.start()
    source = "async def main():\n    while True: pass\n"
    with pytest.raises(GraderError, match="is gone"):
        conduct(process, job(source, limits=Limits(cpu_seconds=9, wall_seconds=9)))
    timer.join()
    with pytest.raises(GraderError, match="is gone"):
        execute(backend, "async def main(): pass")
    backend.close()
    assert all(comes_to_nothing(pid) for pid in runners)


def test_closing_a_backend_leaves_no_process():
    """Neither the zygote nor a runner that is still under way."""
    before = children(HERE)
    backend = start("fork")
    process = backend.start()
    warm = backend._process.pid
    while not (runners := children(warm)):
        pass
    backend.close()
    process.kill()
    process.close()
    assert children(HERE) == before
    assert all(comes_to_nothing(pid) for pid in runners)


def test_closing_a_backend_twice_is_no_error():
    """There is nothing left to close."""
    for name in ("fork", "spawn"):
        backend = start(name)
        backend.close()
        backend.close()


def test_a_backend_tells_its_name_and_its_python(backend):
    """The version of the Python that runs submissions."""
    assert backend.name in ("fork", "spawn")
    assert backend.version == ".".join(map(str, sys.version_info[:3]))


WITHOUT = """
import sys, os, signal, socket, select
for module in ("fcntl", "resource", "msvcrt", "pwd", "grp", "termios"):
    sys.modules[module] = None
for owner, names in {
    os: ("fork", "pipe2", "killpg", "setsid", "register_at_fork", "waitid", "set_blocking"),
    socket: ("send_fds", "recv_fds"),
    signal: ("setitimer", "SIGALRM", "SIGVTALRM", "SIGXCPU", "set_wakeup_fd"),
    select: ("poll", "epoll"),
}.items():
    for name in names:
        if hasattr(owner, name):
            delattr(owner, name)
"""

ELSEWHERE = (
    WITHOUT
    + """
import importlib, pkgutil, grader
for module in pkgutil.walk_packages(grader.__path__, "grader."):
    if not module.name.startswith(("grader.engine", "grader.runner.zygote", "grader.__main__")):
        importlib.import_module(module.name)

from grader.runner.start import default_name, start
from grader.errors import UsageError
from grader.runner import Job, run
assert default_name() == "spawn", default_name()
try:
    start("fork")
except UsageError:
    pass
else:
    raise AssertionError("fork is not to be had")
backend = start()
job = Job(
    files={"program.py": "import asyncio\\nasync def main():\\n    await asyncio.sleep(2)\\n    return 'ran'\\n"},
    main_file="program.py", target="main",
)
finished = run(backend.start(), job)
assert (finished.value, finished.trace.duration_ns) == ("ran", 2 * 10**9), finished
backend.close()
print("everything was there")
"""
)


def test_everything_but_fork_works_where_unix_is_missing():
    """Every module can be imported, and a program runs, without fork, fcntl, resource, timers, groups and polls."""
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("everything was there\n", "")


def test_the_engine_works_where_unix_is_missing(tmp_path):
    """The child's side does without them, too: only the judge keeps the limits then."""
    from grader.runner.zygote import START

    script = tmp_path / "runner.py"
    script.write_text(f"{WITHOUT}\nimport runpy\nrunpy.run_path({str(START)!r}, run_name='__main__')\n")
    source = "import asyncio\nasync def main():\n    await asyncio.to_thread(print, 'x')\n    return 1\n"
    backend = start("spawn", confined=False)
    original, sys.modules["grader.runner.spawn"].START = sys.modules["grader.runner.spawn"].START, script
    try:
        finished = execute(backend, source)
    finally:
        sys.modules["grader.runner.spawn"].START = original
    assert (finished.trace.outcome, finished.value, texts(finished)) == (Returned(), 1, ["x"])


def test_fork_is_the_default_where_it_is_wise(monkeypatch):
    """Not on macOS, and not where there is none."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_name() == "spawn"
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_name() == "fork"
    monkeypatch.delattr(os, "fork")
    assert default_name() == "spawn"
    with pytest.raises(UsageError, match="not to be had"):
        start("fork")
