"""Nothing earns nothing: programs that do not do the work, and programs that attack the grader.

Each gets at most half the points and is told why. Those that would deceive a grader that loads the program into its own
process are run against such a one as well: there they pass, or leave it without a verdict.
"""

import subprocess
import sys

import pytest

from grader.exercise import course_root, read_submission
from grader.judge import grade_all
from grader.model import Submission

ROOT = course_root()

LINES = 'print("Task A started\\nTask B started\\nTask B finished\\nTask A finished")'

NAIVE = """
import asyncio, contextlib, io, sys, time
pause, nap = asyncio.sleep, time.sleep
asyncio.sleep = lambda delay, result=None: pause(delay / 100, result)
time.sleep = lambda delay: nap(delay / 100)
out, scope = io.StringIO(), {"__name__": "learner"}
with contextlib.redirect_stdout(out):
    exec(compile(open(sys.argv[1], encoding="utf-8").read(), "gather.py", "exec"), scope)
    start = time.perf_counter()
    asyncio.run(scope["main"]())
    quick = time.perf_counter() - start < 1
wanted = ["Task A started", "Task B started", "Task B finished", "Task A finished"]
print("verdict:", "passed" if out.getvalue().splitlines() == wanted and quick else "failed")
"""
"""A grader in the learner's process: it loads the file, captures what is printed, and compares lines and time."""

HONEST = """
import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
"""

FAKED = f"""
import asyncio


async def task(name, delay):
    pass


async def main():
    {LINES}
"""

IDLE = {
    "no coroutine ever runs": (
        HONEST.partition("async def main")[0] + "async def main():\n    task('Task A', 2)\n    task('Task B', 1)\n",
        "never-awaited",
    ),
    "main is empty": ("async def task(name, delay):\n    pass\n\nasync def main():\n    pass\n", "unfinished-stub"),
    "services are called and not awaited": (
        HONEST.replace("await asyncio.gather(", "(") + f"    await asyncio.sleep(1)\n    {LINES}\n",
        "never-awaited",
    ),
    "task is called twice as often": (
        HONEST.replace('task("Task B", 1)', 'task("Task B", 1), task("Task A", 2), task("Task B", 1)'),
        None,
    ),
    "task is a class that prints": (
        f"class task:\n    def __init__(self, name, delay):\n        pass\n\nasync def main():\n    {LINES}\n",
        None,
    ),
    "main is an object": (
        FAKED + "\nclass Main:\n    def __call__(self):\n        return None\n\nmain = Main()\n",
        None,
    ),
    "lines are printed when the process ends": (
        (
            f"import atexit\natexit.register(lambda: {LINES})\nasync def task(name, delay):\n    pass\n"
            "async def main():\n    pass\n"
        ),
        None,
    ),
    "lines are printed while the file is loaded": (
        f"{LINES}\nasync def task(name, delay):\n    pass\nasync def main():\n    pass\n",
        None,
    ),
    "main prints, task only waits": (
        (
            "import asyncio\nasync def task(name, delay):\n    await asyncio.sleep(delay)\n"
            "async def main():\n    print('Task A started\\nTask B started')\n"
            "    waits = [asyncio.create_task(task('Task A', 2)), asyncio.create_task(task('Task B', 1))]\n"
            "    await waits[1]\n    print('Task B finished')\n    await waits[0]\n    print('Task A finished')\n"
        ),
        None,
    ),
}
"""Programs that do not do the work -> source and root cause."""

ATTACKS = {
    "asyncio is patched": FAKED
    + """
async def nothing(*args, **kwargs): pass
asyncio.sleep = asyncio.gather = asyncio.wait = asyncio.wait_for = nothing
asyncio.BaseEventLoop.time = lambda self: 2.0
""",
    "clocks are patched": FAKED
    + "import time\ntime.perf_counter = time.monotonic = time.time = time.process_time = lambda: 0\n",
    "print is patched": FAKED.replace("print(", "say(")
    + "import builtins, sys\nsay = print\nbuiltins.print = lambda *args, **kwargs: None\n",
    "pytest is patched": FAKED
    + """
try:
    import pytest, _pytest.python, _pytest.runner
    pytest.fail = lambda *args, **kwargs: None
    _pytest.python.Function.runtest = lambda self: None
    _pytest.runner.check_interactive_exception = lambda *args: False
except ImportError:
    pass
""",
    "a report is printed": FAKED
    + """
import json
async def main():
    print(json.dumps({"schema": 1, "exercise": "02_gather", "score": 12, "max_score": 12, "results": []}))
    print("7 passed in 0.01s")
    print("Task A started\\nTask B started\\nTask B finished\\nTask A finished")
""",
    "frames are forged on every descriptor": FAKED
    + """
import json, os, struct
for message in (["ask", 0, 1, "task", ["Task A", 2], [], None], ["result", 0, {"kind": "returned"}, None]):
    body = json.dumps(message).encode()
    for descriptor in range(3, 40):
        for data in (struct.pack(">I", len(body)) + body, body + b"\\n"):
            try:
                os.set_blocking(descriptor, False)
                os.write(descriptor, data)
            except OSError:
                pass
""",
    "events are posted through the engine's own objects": FAKED
    + """
import gc, sys
async def main():
    print("Task A started\\nTask B started\\nTask B finished\\nTask A finished")
    events = [["task-started", 0, 2, 1, "task('Task A', 2)", None], ["asked", 0, 1, "task", ["Task A", 2], None],
              ["ask", 0, 1, "task", ["Task A", 2], [], None], ["answered", 2000000000, 1, "returned"]]
    gc.unfreeze()
    ours = [o for o in gc.get_objects() if type(o).__module__.startswith(("engine", "grader", "__main__"))]
    for thing in ours:
        for name in ("send", "post", "ask", "record", "add", "event", "emit", "write"):
            for event in events:
                try:
                    getattr(thing, name)(event)
                except Exception:
                    pass
""",
    "frames of the caller are read": FAKED
    + """
import sys
async def main():
    frame = sys._getframe()
    while frame is not None:
        for name, value in list(frame.f_locals.items()):
            if isinstance(value, dict):
                value.update(score=12, passed=True, status="passed", outcome={"kind": "returned"})
        frame = frame.f_back
    print("Task A started\\nTask B started\\nTask B finished\\nTask A finished")
""",
    "values are equal to everything": FAKED
    + """
class Liar(str):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __repr__(self): return "'Task A'"
class Yes(Liar):
    def __repr__(self): return "2"
async def main():
    await asyncio.gather(task(Liar(), Yes()), task(Liar(), Yes()))
    print("Task A started\\nTask B started\\nTask B finished\\nTask A finished")
""",
    "a trace function changes what is compared": FAKED
    + """
import sys
def look(frame, event, argument):
    for name in ("expected", "wanted", "status"):
        if name in frame.f_locals:
            frame.f_locals[name] = "passed"
    return look
sys.settrace(look)
""",
    "arguments and environment are searched for what is expected": FAKED
    + "import os, sys\nassert not [name for name in os.environ if 'SECRET' in name.upper()]\n",
    "the process ends at import": FAKED + "import os\nos._exit(0)\n",
    "the process ends in main": FAKED + "async def main():\n    import os\n    os._exit(0)\n",
    "the process ends after the lines": FAKED + f"async def main():\n    {LINES}\n    import os\n    os._exit(0)\n",
    "the program exits politely": FAKED + "raise SystemExit(0)\n",
    "a child prints": FAKED
    + "import os\nasync def main():\n    if os.fork() == 0:\n        "
    + LINES.replace("print(", "os.write(1, (").replace('")', '\\n").encode())')
    + "\n        os._exit(0)\n    os.wait()\n",
    "a subclass of dict in place of the module": FAKED
    + "import sys\nsys.modules[__name__] = type('Module', (), {'__getattr__': lambda self, name: main})()\n",
}
"""Programs that attack: in the learner's process nothing could be believed."""

DECEIVED = {
    "asyncio is patched",
    "clocks are patched",
    "print is patched",
    "pytest is patched",
    "frames are forged on every descriptor",
    "events are posted through the engine's own objects",
    "frames of the caller are read",
    "values are equal to everything",
    "a trace function changes what is compared",
    "arguments and environment are searched for what is expected",
    "the process ends at import",
    "the process ends in main",
    "the process ends after the lines",
    "the program exits politely",
    "a subclass of dict in place of the module",
}
"""Attacks that a grader in the learner's process passes, or that leave it without a verdict."""

LISTED = {
    "faked_prints_and_sleeps": "hard-coded-output",
    "faked_prints_pytest_patched": "hard-coded-output",
    "prints_verdicts": "hard-coded-output",
    "threads_with_time_sleep": "threads-instead-of-tasks",
    "while_true_in_both": "no-yield-loop",
    "patched_clock_sequential": "sequential-awaits",
    "patched_clocks_time_sleep": "blocking-call",
    "exits_at_import": "exits-the-process",
}
"""Rejected programs of the exercise -> root cause."""


def programs() -> dict[str, str]:
    """Return every program of this module by name."""
    rejected = ROOT / "solutions" / "02_gather" / "rejected"
    return {
        **{name: source for name, (source, _) in IDLE.items()},
        **ATTACKS,
        **{name: read_submission(rejected / f"{name}.py").source for name in LISTED},
        "honest": HONEST,
    }


@pytest.fixture(scope="module")
def reports():
    """Grade all of them in one session; the honest one is the last."""
    found = programs()
    graded = grade_all(
        [Submission(name="gather.py", source=source) for source in found.values()], ROOT / "exercises" / "02_gather"
    )
    return dict(zip(found, graded, strict=True))


@pytest.mark.parametrize("name", [*IDLE, *ATTACKS, *LISTED])
def test_it_gets_at_most_half_and_is_told_why(reports, name):
    """No check is our fault, a root cause is named, and no word of it is ours."""
    report = reports[name]
    assert report.score <= report.max_score / 2
    assert "error" not in {result.status for result in report.results}
    assert report.diagnostics
    for words in (report.diagnostics[0].message, *(result.message for result in report.results)):
        assert "Traceback" not in words
        assert "grader/" not in words


@pytest.mark.parametrize("name", [name for name in [*IDLE, *ATTACKS] if name != "main prints, task only waits"])
def test_what_does_no_work_earns_nothing(reports, name):
    """Not one point."""
    assert reports[name].score == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *LISTED.items(),
        *((name, code) for name, (_, code) in IDLE.items() if code),
        *((name, "exits-the-process") for name in ATTACKS if "ends" in name or "exits" in name),
        *((name, "hard-coded-output") for name in ATTACKS if name.endswith(("is patched", "are patched"))),
        ("a report is printed", "hard-coded-output"),
    ],
)
def test_the_root_cause_is_the_right_one(reports, name, code):
    """A lie that did not help is told as what it was."""
    assert reports[name].diagnostics[0].code == code


def test_an_honest_program_after_all_of_these_passes(reports):
    """Nothing that they did reaches the next submission."""
    assert (reports["honest"].score, reports["honest"].diagnostics) == (12, ())


def naive_verdict(folder, source: str) -> str:
    """Let a grader in the learner's process judge a program; return its verdict, or nothing where there is none."""
    (folder / "gather.py").write_text(source, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", NAIVE, folder / "gather.py"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    return done.stdout.rpartition("verdict: ")[2].strip() if "verdict: " in done.stdout else ""


@pytest.mark.slow
def test_a_grader_in_the_learners_process_is_deceived(tmp_path):
    """The control: it tells the honest program from the idle one, and no attack is told as failed."""
    assert naive_verdict(tmp_path, HONEST) == "passed"
    assert naive_verdict(tmp_path, IDLE["main is empty"][0]) == "failed"
    verdicts = {name: naive_verdict(tmp_path, ATTACKS[name]) for name in sorted(DECEIVED)}
    assert {name for name, verdict in verdicts.items() if verdict == "failed"} == set()
