"""What waits on the event loop's thread is told with the learner's line; what does not is not."""

from pathlib import Path

import pytest

from grader.model import Blocked, Deadlocked, Raised, Returned

from .programs import PROCESSES

HEAD = """
import asyncio, concurrent.futures, getpass, glob, io, json, logging, multiprocessing, os, pathlib, pickle, queue
import select, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time
from pathlib import Path

FOLDER = Path("data")
FILE = FOLDER / "spam.txt"
EGGS = FOLDER / "eggs.txt"

def computes():
    return sum(range(10))

def beside(work):
    thread = threading.Thread(target=work)
    thread.start()
    return thread

def at_rest(wait):
    beside(lambda: time.sleep(1)).join() if wait else None
"""


def blocked(finished):
    """Return what held up the event loop, where, and for how long."""
    events = finished.trace.events
    return [(e.what, e.place.line, (e.until - e.time) / 1e9) for e in events if isinstance(e, Blocked)]


DATA = {"data/spam.txt": b"spam\neggs\n"}
"""What lies in the run's folder."""


def program(body, before=""):
    """Return a program whose `main` has this body from line 100 on."""
    head = HEAD.strip() + "\n" + before + "\n"
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return head + "\n" * (98 - head.count("\n")) + f"async def main():\n{lines}"


WAITS = {
    "input": ("try: input('Name? ')\nexcept EOFError: pass", "input()", 0),
    "standard input": ("sys.stdin.readline()", "sys.stdin.read()", 0),
    "a password": ("try: getpass.getpass()\nexcept EOFError: pass", "getpass.unix_getpass()", 0),
    "open": ("open(FILE).close()", "open()", 0),
    "open to write": ("open(EGGS, 'w').close()", "open()", 0),
    "os.open": ("os.close(os.open(FILE, os.O_RDONLY))", "open()", 0),
    "io.open": ("io.open(FILE).close()", "open()", 0),
    "Path.open": ("FILE.open().close()", "Path.open()", 0),
    "Path.read_text": ("FILE.read_text()", "Path.read_text()", 0),
    "Path.write_text": ("EGGS.write_text('eggs')", "Path.write_text()", 0),
    "Path.read_bytes": ("FILE.read_bytes()", "Path.read_bytes()", 0),
    "os.listdir": ("os.listdir(FOLDER)", "os.listdir()", 0),
    "os.scandir": ("os.scandir(FOLDER).close()", "os.scandir()", 0),
    "os.remove": ("os.remove(FILE)", "os.remove()", 0),
    "shutil.copy": ("shutil.copy(FILE, EGGS)", "shutil.copy()", 0),
    "a temporary file": ("tempfile.TemporaryFile(dir=FOLDER).close()", "tempfile.TemporaryFile()", 0),
    "sqlite3.connect": ("sqlite3.connect(EGGS).close()", "sqlite3.connect()", 0),
    "select": ("select.select([], [], [], 2)", "select.select()", 2),
    "a thread that computes": ("beside(computes).join()", "Thread.join()", 0),
    "a thread that sleeps": ("beside(lambda: time.sleep(1)).join()", "Thread.join()", 1),
    "a result that computes": (
        "pool = concurrent.futures.ThreadPoolExecutor(); pool.submit(computes).result()",
        "Future.result()",
        0,
    ),
    "a result that sleeps": (
        "pool = concurrent.futures.ThreadPoolExecutor(); pool.submit(time.sleep, 1).result()",
        "Future.result()",
        1,
    ),
    "futures.wait": (
        "pool = concurrent.futures.ThreadPoolExecutor(); concurrent.futures.wait([pool.submit(time.sleep, 1)])",
        "wait()",
        1,
    ),
    "shutdown": (
        "pool = concurrent.futures.ThreadPoolExecutor(); pool.submit(time.sleep, 1); pool.shutdown()",
        "ThreadPoolExecutor.shutdown()",
        1,
    ),
    "with a pool": (
        "with concurrent.futures.ThreadPoolExecutor() as pool: pool.submit(time.sleep, 1)",
        "ThreadPoolExecutor.shutdown()",
        1,
    ),
    "queue.get": ("q = queue.Queue(); beside(lambda: q.put(1)); q.get()", "Queue.get()", 0),
    "queue.put": ("q = queue.Queue(1); q.put(1); beside(q.get); q.put(2)", "Queue.put()", 0),
    "queue.get with a time-out": (
        "try: queue.Queue().get(timeout=1)\nexcept queue.Empty: pass",
        "Queue.get()",
        1,
    ),
    "a lock": ("lock = threading.Lock(); lock.acquire(); beside(lock.release); lock.acquire()", "Lock.acquire()", 0),
    "an event": ("event = threading.Event(); beside(event.set); event.wait()", "Event.wait()", 0),
    "a semaphore": ("s = threading.Semaphore(0); beside(s.release); s.acquire()", "Semaphore.acquire()", 0),
    "a barrier": ("b = threading.Barrier(2); beside(b.wait); b.wait()", "Barrier.wait()", 0),
    "a condition": ("c = threading.Condition(); c.acquire(); c.wait(1)", "Condition.wait()", 1),
}
"""What waits -> its body, what it is called, and how many seconds of virtual time it takes."""


@pytest.mark.parametrize("name", WAITS)
def test_a_call_that_waits_on_the_loops_thread_is_told(quick, name):
    """With its line and its length, which may be none."""
    body, what, length = WAITS[name]
    finished = quick(program(body), data=DATA)
    assert finished.trace.outcome == Returned()
    assert blocked(finished) == [(what, 100, length)]


ELSEWHERE = {
    "in a thread": "await asyncio.to_thread(lambda: ({body},))",
    "in a pool": "await asyncio.get_running_loop().run_in_executor(None, lambda: ({body},))",
    "in a thread of its own": (
        "loop, done = asyncio.get_running_loop(), asyncio.Event()\n"
        "beside(lambda: ({body}, loop.call_soon_threadsafe(done.set)))\n"
        "await done.wait()"
    ),
}


@pytest.mark.parametrize("where", ELSEWHERE)
@pytest.mark.parametrize(
    "name", [name for name, (body, _, _) in WAITS.items() if not {"\n", ";", "with"} & {*body, *body.split()}]
)
def test_the_same_call_in_a_thread_is_not_told(quick, where, name):
    """It holds nobody up there."""
    finished = quick(program(ELSEWHERE[where].format(body=WAITS[name][0])), data=DATA)
    assert finished.trace.outcome == Returned()
    assert blocked(finished) == []


@pytest.mark.parametrize("name", ["open", "Path.read_text", "shutil.copy", "a result that computes", "a lock"])
def test_the_innermost_line_of_the_learners_is_told(quick, name):
    """Two plain helpers deep, and through a function of a library."""
    body, what, length = WAITS[name]
    before = (
        f"import functools\ndef inner():\n    {body}\ndef outer():\n    functools.reduce(lambda *_: inner(), [1, 2])\n"
    )
    finished = quick(program("outer()", before), data=DATA)
    line = program("", before).splitlines().index("def inner():") + 2
    assert blocked(finished) == [(what, line, length)]


def test_a_call_is_told_once_for_each_line(quick):
    """However often it comes; reading costs no virtual time."""
    finished = quick(program("for _ in range(500):\n    open(FILE).close()\n    await asyncio.sleep(0)"), data=DATA)
    assert blocked(finished) == [("open()", 101, 0)]


RIGHT = {
    "aiofiles": "import aiofiles\nasync with aiofiles.open(FILE) as file: return await file.read()",
    "a module imported late": "import this_is_not_there_yet as late\nreturn late.NAME",
    "a module of Python's imported late": "import xml.dom.minidom, http.server, tarfile, wave",
    "a traceback": "import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: return len(traceback.format_exc()) > 0",
    "the source": "import inspect\nreturn len(inspect.getsource(computes)) > 0",
    "warnings": "import warnings\nwarnings.simplefilter('always')\nwarnings.warn('spam', stacklevel=1)",
    "logging to a file": "logging.basicConfig(filename=EGGS, level='INFO')\nlogging.info('spam')",
    "a file that threads open and read": (
        "with await asyncio.to_thread(open, FILE) as file: return await asyncio.to_thread(file.read)"
    ),
    "a file that threads open and write": (
        "with await asyncio.to_thread(open, EGGS, 'w') as file: await asyncio.to_thread(file.write, 'eggs')"
    ),
    "logging": "logging.basicConfig(level='INFO')\nlogging.info('spam')",
    "random numbers": "import random, secrets, uuid\nsecrets.token_hex(), uuid.uuid4(), random.SystemRandom().random()",
    "a zone": "import zoneinfo\nzoneinfo.ZoneInfo.no_cache('Europe/Berlin') if zoneinfo.TZPATH else None",
    "types of files": "import mimetypes\nmimetypes.guess_type('spam.html')",
    "certificates": "import ssl\nssl.create_default_context()",
    "output": "print('spam'); sys.stderr.write('eggs\\n'); sys.stdout.flush()",
    "files in memory": "io.StringIO('spam').read(); io.BytesIO(b'spam').read()",
    "a database in memory": "sqlite3.connect(':memory:').execute('select 1').fetchall()",
    "nothing": "open(os.devnull, 'w').close()",
    "a pool that has done its work": (
        "with concurrent.futures.ThreadPoolExecutor(2) as pool:\n"
        "    await asyncio.gather(*(asyncio.get_running_loop().run_in_executor(pool, time.sleep, n) for n in (1, 2)))"
    ),
    "a default pool that is shut down": (
        "await asyncio.to_thread(time.sleep, 1)\nawait asyncio.get_running_loop().shutdown_default_executor()"
    ),
    "a thread that has ended": (
        "loop, done = asyncio.get_running_loop(), asyncio.Event()\n"
        "thread = beside(lambda: loop.call_soon_threadsafe(done.set))\nawait done.wait()\nthread.join()"
    ),
    "a result that is there": (
        "future = concurrent.futures.ThreadPoolExecutor().submit(computes)\n"
        "await asyncio.wrap_future(future)\nreturn future.result()"
    ),
    "a lock that is free": "lock = threading.Lock()\nwith lock: pass",
    "a queue with items": "q = queue.Queue()\nq.put(1)\nreturn q.get()",
    "a look without a wait": "return select.select([], [], [], 0)[0]",
    "input from elsewhere": "sys.stdin = io.StringIO('Ada\\n')\nreturn input()",
    "a coroutine of a thread's": (
        "loop = asyncio.get_running_loop()\n"
        "work = lambda: asyncio.run_coroutine_threadsafe(asyncio.sleep(1, 'slept'), loop).result()\n"
        "return await asyncio.to_thread(work)"
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_right_programs_do_is_not_told(quick, unconfined, name):
    """What Python reads for itself, what is there already, what another thread does."""
    late = {"this_is_not_there_yet.py": "NAME = open('data/spam.txt').readline()\n"}
    execute, before = quick, ""
    if name == "aiofiles":
        aiofiles = pytest.importorskip("aiofiles")
        execute, before = unconfined, f"sys.path.append({str(Path(aiofiles.__file__).parent.parent)!r})"
    finished = execute(program(RIGHT[name], before), files=late, data=DATA)
    assert (finished.trace.outcome, blocked(finished)) == (Returned(), [])


@pytest.mark.parametrize("read", ["file.read()", "file.readlines()", "next(file)", "file.buffer.read(1)"])
def test_a_file_that_a_thread_opened_is_told_where_it_is_read(quick, read):
    """On the event loop's thread."""
    finished = quick(program(f"file = await asyncio.to_thread(open, FILE)\n{read}"), data=DATA)
    assert blocked(finished) == [("read()", 101, 0)]


def test_a_file_that_nobody_keeps_is_closed_as_ever(quick):
    """Though its reading is watched."""
    before = """import weakref
def work():
    file = open(FILE)
    known = weakref.ref(file.buffer.raw)
    return known() is not None, (file := None), known() is None
"""
    assert quick(program("return await asyncio.to_thread(work)", before), data=DATA).value == (True, None, True)


def test_a_file_opened_before_main_is_not_told(quick):
    """Nor is the reading of it: what happens while the file is loaded is no part of the run."""
    assert blocked(quick(program("return OPENED.read()", "OPENED = open(FILE)"), data=DATA)) == []


def test_what_runs_on_a_database_is_told(quick):
    """On a connection that was made before `main`, too."""
    before = "DB = sqlite3.connect(EGGS)\nDB.execute('create table t (a)')"
    finished = quick(program("DB.execute('insert into t values (1)')\nDB.commit()", before), data=DATA)
    assert blocked(finished) == [("execute()", 100, 0), ("execute()", 101, 0)]


def test_what_a_thread_waits_for_on_the_loops_own_thread_is_a_deadlock_and_told(run):
    """`run_coroutine_threadsafe(…).result()` there waits for what only that thread could bring."""
    body = "loop = asyncio.get_running_loop()\nasyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result()"
    finished = run(program(body), data=DATA)
    assert isinstance(finished.trace.outcome, Deadlocked)
    assert blocked(finished) == [("Future.result()", 101, 0)]


def test_a_wait_for_a_signal_that_nobody_sends_is_a_deadlock(quick):
    """It is told at once."""
    finished = quick(program("signal.pause()"), data=DATA)
    assert isinstance(finished.trace.outcome, Deadlocked)
    assert blocked(finished) == [("pause()", 100, 0)]


def test_input_says_that_nobody_is_there(run):
    """At once, with the prompt on standard output, while the file is loaded, too."""
    for source, phase in (("async def main():\n    input('Name? ')\n", "run"), ("input()\n", "load")):
        outcome = run(source).trace.outcome
        assert isinstance(outcome, Raised)
        assert (outcome.error, outcome.phase) == ("EOFError", phase)
        assert "nobody is there to type" in outcome.message


# --- other processes -------------------------------------------------------------------------------------------------

STARTS = {
    "subprocess.run": "subprocess.run(['true'])",
    "check_output": "subprocess.check_output(['true'])",
    "Popen": "subprocess.Popen(['true']).wait()",
    "system": "os.system('true')",
    "popen": "os.popen('true').read()",
    "fork": "os.fork() or os._exit(0)",
    "exec": "os.execv('/bin/true', ['true'])",
    "spawn": "os.spawnv(os.P_WAIT, '/bin/true', ['true'])",
    "posix_spawn": "os.posix_spawn('/bin/true', ['true'], {})",
    "create_subprocess_exec": "await (await asyncio.create_subprocess_exec('true')).wait()",
    "create_subprocess_shell": "await (await asyncio.create_subprocess_shell('true')).wait()",
    "a Process": "multiprocessing.get_context('fork').Process(target=int).start()",
    "a spawned Process": "multiprocessing.get_context('spawn').Process(target=int).start()",
    "a pool of processes": (
        "await asyncio.get_running_loop().run_in_executor(concurrent.futures.ProcessPoolExecutor(), int)"
    ),
}


@pytest.mark.parametrize("name", STARTS)
def test_another_process_is_refused_at_once(quick, name):
    """With an error that says so, on its line; it is no wait of the learner's."""
    finished = quick(program(STARTS[name]), data=DATA)
    outcome = finished.trace.outcome
    assert isinstance(outcome, Raised)
    assert (outcome.error, outcome.place.line) == ("PermissionError", 100)
    assert outcome.message == "this exercise does not allow a program to start other programs"
    assert blocked(finished) == []


def test_another_process_is_refused_while_the_file_is_loaded(run):
    """There too."""
    outcome = run("import subprocess\nsubprocess.run(['true'])\nasync def main(): pass\n").trace.outcome
    assert (outcome.error, outcome.phase) == ("PermissionError", "load")


BLOCKS = {
    "subprocess.run": ("subprocess.run(['true'])", ["subprocess.run()"]),
    "check_output": ("subprocess.check_output(['true'])", ["subprocess.check_output()"]),
    "Popen": ("process = subprocess.Popen(['true'])\nprocess.wait()", ["Popen()", "Popen.wait()"]),
    "communicate": (
        "process = subprocess.Popen(['cat'], stdin=-1, stdout=-1)\nprocess.communicate(b'spam')",
        ["Popen()", "Popen.communicate()"],
    ),
    "system": ("os.system('true')", ["os.system()"]),
    "waitpid": ("if not (pid := os.fork()): os._exit(0)\nos.waitpid(pid, 0)", ["os.waitpid()"]),
    "a Process": (
        "process = multiprocessing.get_context('fork').Process(target=int)\nprocess.start()\nprocess.join()",
        ["Process.join()"],
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_an_allowed_process_that_is_waited_for_on_the_loops_thread_is_told(quick, name):
    """It takes real time and no virtual time."""
    body, calls = BLOCKS[name]
    finished = quick(program(body), allows=PROCESSES, data=DATA)
    assert finished.trace.outcome == Returned()
    assert [(what, length) for what, _, length in blocked(finished)] == [(what, 0) for what in calls]


def test_a_forked_process_lives_in_real_time(quick):
    """It sleeps, waits and reads the clock as any other program; here for a twentieth of a second."""
    body = """start, told, tell = time.monotonic(), *os.pipe()
if not os.fork():
    time.sleep(0.02); select.select([], [], [], 0.02); threading.Event().wait(0)
    os.write(tell, str(time.monotonic()).encode()); os._exit(0)
await asyncio.to_thread(os.wait)
return time.monotonic() - start, float(os.read(told, 99)) - start >= 0.04"""
    assert quick(program(body), allows=PROCESSES, data=DATA).value == (0, True)


ALLOWED = {
    "create_subprocess_exec": (
        "process = await asyncio.create_subprocess_exec('echo', 'spam', stdout=-1)\n"
        "return (await process.communicate())[0].decode()"
    ),
    "in a thread": (
        "run = subprocess.run\ndone = await asyncio.to_thread(run, ['echo', 'spam'], stdout=-1, timeout=60)\n"
        "return done.stdout.decode()"
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_an_allowed_process_that_is_awaited_is_right(run, name):
    """With asyncio's own, and in a thread, where a time-out is real time."""
    finished = run(program(ALLOWED[name]), allows=PROCESSES, data=DATA)
    assert (finished.value, blocked(finished)) == ("spam\n", [])
