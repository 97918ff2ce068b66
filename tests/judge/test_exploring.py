"""Exploring schedules: what is found, what is told of it, and that no right program is ever failed."""

import asyncio
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli import main
from grader.course.verify import verify
from grader.errors import UsageError
from grader.judge import examination, grade, grade_all, session
from grader.judge.shrinking import shrink
from grader.judge.tokens import Token, decode, encode
from grader.model import Submission
from grader.report import render
from grader.runner import start

from .conftest import seen

TOML = """
title = "A bank"
concept = "What several calls share."
file = "work.py"
hints = ["What is shared?"]

[[entry_points]]
name = "task"
parameters = ["name"]

[[entry_points]]
name = "main"
"""

CHECK = """
@points(1)
async def test_ends(submission):
    \"\"\"`main` ends\"\"\"
    await submission.run("main")


@points(2)
async def test_no_deposit_is_lost(submission):
    \"\"\"No deposit is lost, whatever takes how long\"\"\"
    def balance_is_right(run):
        assert run.returned == 160

    await submission.explore("main", balance_is_right, schedules=30, delays_may_vary=True)
"""

RACY = """
import asyncio

balance = 100


async def deposit(amount, after):
    global balance
    await asyncio.sleep(after)
    before = balance
    await asyncio.sleep(1)
    balance = before + amount


async def main():
    await asyncio.gather(deposit(10, 0.5), deposit(20, 2), deposit(30, 4))
    return balance
"""

LOCKED = RACY.replace(
    "    before = balance\n    await asyncio.sleep(1)\n    balance = before + amount\n",
    """\
    async with lock:
        before = balance
        await asyncio.sleep(1)
        balance = before + amount
""",
).replace("balance = 100", "balance = 100\nlock = asyncio.Lock()")


@pytest.fixture
def bank(make):
    """Write an exercise with a reference solution; return a function that grades a program."""

    def bank(checks: str = CHECK, solution: str = LOCKED, **files: str) -> Path:
        folder = make(checks, toml=TOML, **files)
        if solution:
            solutions = folder.parents[1] / "solutions" / folder.name
            solutions.mkdir(parents=True, exist_ok=True)
            (solutions / "work.py").write_text(solution, "utf-8")
        return folder

    return bank


@pytest.fixture
def explore(bank, quick):
    """Grade a program by checks that explore; return what tests ask for."""

    def explore(source: str, checks: str = CHECK, *, solution: str = LOCKED, token: str = "", **files: str):
        folder = bank(checks, solution, **files)
        return seen(grade(Submission(name="work.py", source=source), folder, schedule=token))

    return explore


# --- findings ---


def test_a_lost_update_that_the_usual_run_does_not_show_is_found(explore):
    """The deposits do not overlap by themselves; one wait that takes longer is enough."""
    found = explore(RACY)
    assert found.statuses == ["passed", "failed"]
    result = found.results["test_no_deposit_is_lost"]
    assert result.message.startswith("under another schedule, `main()` returned 1")
    assert result.expected == ("returns 160",)
    assert result.points == 0
    assert result.schedule.schedules == 30
    assert 1 <= result.schedule.number <= 30


def test_a_finding_is_the_one_thing_that_changed(explore):
    """Shrunk to one choice, told with the line, the call and both times."""
    (change,) = explore(RACY).results["test_no_deposit_is_lost"].schedule.changes
    assert change.startswith(("the wait on line 9 of `deposit(", "the wait on line 11 of `deposit("))
    assert " took " in change
    assert ", not " in change


def test_the_report_shows_the_run_that_failed(explore):
    """Its timeline is that of the schedule found, beside the solution's under the same choices."""
    report = explore(RACY).report
    result = report.results[1]
    timeline = report.timelines[result.run]
    usual = 5_000_000_000
    starts = {span.label: span for span in timeline.actual}
    waits = [part.end - part.start for span in starts.values() for part in span.parts]
    assert timeline.actual_end != usual or set(waits) - {500_000_000, 1_000_000_000, 2_000_000_000, 4_000_000_000}
    assert timeline.expected
    assert report.diagnostics[0].code == "shared-state-race"


def test_the_report_says_how_to_run_it_again(explore):
    """In the learner's words: which schedule, what came otherwise, and the token."""
    report = explore(RACY).report
    found = report.results[1].schedule
    text = " ".join(render(report, "plain").split())
    assert f"(schedule {found.number} of 30)" in text
    assert found.changes[0].replace("`", "`") in text
    assert f"`--schedule {found.token}` runs it again" in text
    assert found.token in render(report, "html")


def test_a_right_program_passes(explore):
    """With a lock no schedule loses a deposit; nothing is remarked."""
    found = explore(LOCKED.replace("before", "old"))
    assert found.statuses == ["passed", "passed"]
    assert found.report.for_authors == ()


def test_what_the_usual_run_fails_is_told_as_ever(explore):
    """No schedule is named where none is needed."""
    result = explore(RACY.replace("deposit(20, 2)", "deposit(20, 1)")).results["test_no_deposit_is_lost"]
    assert result.message == "`main()` returned 150"
    assert result.schedule is None


def test_a_run_that_does_not_end_by_itself_is_a_finding(explore):
    """A wakeup that comes before anybody waits: under that schedule the program waits for ever."""
    source = """
import asyncio

async def main():
    condition = asyncio.Condition()
    async def reader():
        await asyncio.sleep(0.5)
        async with condition:
            await condition.wait()
    task = asyncio.create_task(reader())
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await task
    return 160
"""
    result = explore(source).results["test_no_deposit_is_lost"]
    assert result.status == "failed"
    assert result.message.startswith("under another schedule, ")
    assert "took" in result.schedule.changes[0]


def test_delays_stay_as_they_are_where_nothing_is_said(explore):
    """Without `delays_may_vary` a sleep is a sleep, and this program is not failed."""
    assert explore(RACY, CHECK.replace(", delays_may_vary=True", "")).statuses == ["passed", "passed"]


def test_delays_of_the_scenario_never_vary(explore):
    """The author's driver sets the scene; only the program's own waits stand for work."""
    scenario = """
import asyncio

async def two(learner):
    async def later(amount, after):
        await asyncio.sleep(after)
        await learner.deposit(amount, 0)
    await asyncio.gather(later(10, 0), later(50, 10))
    return learner.balance
"""
    checks = CHECK.replace('"main", balance_is_right', '"scenario:two", balance_is_right')
    assert explore(RACY, checks, scenario=scenario).statuses == ["passed", "passed"]


def test_the_time_of_a_service_varies_where_its_author_says_so(explore):
    """The last answer to come is shown: right by luck, as long as every answer takes as long as the others."""
    source = """
import asyncio

shown = ""

async def task(name):
    pass

async def look(text, after):
    global shown
    await asyncio.sleep(after)
    shown = await task(text)

async def main():
    await asyncio.gather(look("a", 0), look("as", 0.5))
    return shown
"""
    solution = source.replace("shown = await task(text)", "answer = await task(text)\n    shown = max(shown, answer)")
    checks = """
@points(1)
async def test_last(submission):
    \"\"\"What is shown belongs to the last text\"\"\"
    def last(run):
        assert run.returned == "as"

    tasks = service(seconds=1, returns=lambda name: name, may_vary=True)
    await submission.explore("main", last, replace={"task": tasks})
"""
    result = explore(source, checks, solution=solution).results["test_last"]
    assert [change.partition(" took ")[0] for change in result.schedule.changes] == ["`task`"]
    fixed = checks.replace(", may_vary=True", "")
    assert explore(source, fixed, solution=solution).statuses == ["passed"]


def test_arguments_go_to_what_is_run(explore):
    """`explore(target, invariant, *arguments)` runs `task` with arguments, and returns the usual run."""
    checks = """
@points(1)
async def test_task(submission):
    \"\"\"`task` returns its name\"\"\"
    def same(run):
        assert run.returned == "Ada"

    run = await submission.explore("task", same, "Ada", schedules=3)
    assert run.duration == 1
"""
    source = "import asyncio\n\nasync def task(name):\n    await asyncio.sleep(1)\n    return name\n"
    assert explore(source, checks, solution=source).statuses == ["passed"]


def test_the_report_says_first_what_the_program_relied_on(explore):
    """The cause in the program's own line, from both runs; what came otherwise is told beside the check."""
    source = """
import asyncio

balance = 0

async def deposit(after, amount):
    global balance
    await asyncio.sleep(after)
    balance += amount

async def main():
    tasks = [asyncio.create_task(deposit(after, 80)) for after in (1, 2)]
    await asyncio.sleep(2.5)
    found = balance
    await asyncio.gather(*tasks)
    return found
"""
    report = explore(source).report
    text = " ".join(render(report, "plain").split())
    cause = "`main()` slept for 2.5 s in place of waiting until `deposit("
    assert report.diagnostics[0].code == "sleep-instead-of-await"
    assert report.diagnostics[0].line == 13
    assert text.index(cause) < text.index("What came otherwise: ")
    assert "right in the usual run, wrong in this one" not in text


# --- fairness ---


def test_a_knob_that_the_solution_does_not_stand_is_off(explore):
    """Exact lines do not hold when sleeps vary: that is the check's fault, and its author is told, not the learner."""
    checks = """
@points(1)
async def test_lines(submission):
    \"\"\"Lines in order\"\"\"
    def in_order(run):
        assert run.output.texts == ["A started", "B started", "B finished", "A finished"]

    await submission.explore("main", in_order, delays_may_vary=True, schedules=60)
"""
    source = """
import asyncio

async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")

async def main():
    await asyncio.gather(task("A", 2), task("B", 1))
"""
    found = explore(source, checks, solution=source)
    assert found.statuses == ["passed"]
    (remark,) = found.report.for_authors
    assert remark.startswith("test_lines: `delays` does not vary, since the reference solution does not allow it: ")
    for format in ("plain", "html"):
        assert "does not vary" not in render(found.report, format)


def test_without_a_solution_nothing_is_explored(explore):
    """Whether a knob is fair cannot be told; the author is told that."""
    found = explore(RACY, solution="")
    assert found.statuses == ["passed", "passed"]
    assert found.report.for_authors == (
        "test_no_deposit_is_lost: no schedule was explored: there is no reference solution to compare with",
    )


def test_a_solution_that_fails_the_invariant_stops_the_exploration(explore):
    """Then the invariant is wrong, or the run is not for it."""
    found = explore(RACY, solution=LOCKED.replace("return balance", "return 0"))
    assert found.statuses == ["passed", "passed"]
    assert "the reference solution does not do what is asked: `main()` returned 0" in found.report.for_authors[0]


def test_the_solution_is_run_once_for_a_batch(bank, quick, monkeypatch):
    """What came of it does not depend on the submission, so the second one pays for its own runs only."""
    from grader.judge import examination

    ran: list[str] = []
    run = examination.Examination._run

    def counted(self, job):
        ran.append(job.files["work.py"])
        return run(self, job)

    monkeypatch.setattr(examination.Examination, "_run", counted)
    programs = [LOCKED.replace("before", name) for name in ("one", "two", "three")]
    reports = grade_all([Submission(name="work.py", source=source) for source in programs], bank())
    assert ran.count(LOCKED) > 1
    first_other = ran.index(next(source for source in ran if source == programs[1]))
    assert LOCKED not in ran[first_other:]
    assert all(report.score == report.max_score for report in reports)


def test_what_a_program_left_behind_is_no_finding(explore):
    """Explored runs share a process: what its library was changed to by one of them is the next one's, but no fault."""
    source = LOCKED.replace("import asyncio", "import asyncio, string").replace(
        "    return balance",
        "    string.runs = getattr(string, 'runs', 0) + 1\n    return balance if string.runs == 1 else 0",
    )
    assert "string.runs" in source
    assert explore(source).statuses == ["passed", "passed"]


def test_a_run_that_uses_up_its_time_is_no_finding(explore):
    """How much a program computes in how much time depends on the machine; the exploration ends there."""
    source = """
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    if loop.time() != 1:
        while True:
            pass
    return 160
"""
    found = explore(
        source, CHECK.replace("schedules=30", "schedules=5"), solution="async def main():\n    return 160\n"
    )
    assert found.statuses == ["passed", "passed"]
    assert found.report.for_authors == ("test_no_deposit_is_lost: time was used up, and the exploration ended there",)


def test_explorations_end_before_a_check_is_stopped(explore, monkeypatch):
    """Runs that each take long, but less than a run may, would add up to more than a check may take, which fails it."""
    assert examination.EXPLORING_SECONDS < session.TIMEOUT / 2
    monkeypatch.setattr(examination, "EXPLORING_SECONDS", 0)
    found = explore(RACY)
    assert found.statuses == ["passed", "passed"]
    assert found.report.for_authors == ("test_no_deposit_is_lost: time was used up, and the exploration ended there",)


# --- authors' slips ---


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ('await submission.explore("main", lambda run: run.returned == 160)', "an invariant asserts something"),
        ('await submission.explore("main", 160)', "explore needs a function"),
        ('await submission.explore("main", print, schedules=0)', "schedules is a number from 1 to 1000"),
        ('submission.explore("main", print)', "without await"),
        ('await submission.explore("scenario:none", print)', "no 'none' in scenario.py"),
    ],
)
def test_a_slip_of_the_author_is_no_fault_of_the_program(explore, call, error):
    """The check is an error, and costs the learner nothing but its own points."""
    checks = f'@points(1)\nasync def test_slip(submission):\n    """Slips"""\n    {call}\n'
    found = explore(LOCKED, checks)
    assert found.statuses == ["error"]
    assert error in found.messages[0]


# --- tokens ---


def test_a_token_shows_the_same_failure_again(explore):
    """The same check, the same run, the same words: the whole report is the same."""
    found = explore(RACY)
    token = found.report.results[1].schedule.token
    assert explore(RACY, token=token).report == found.report


def test_a_token_of_another_program_is_refused(explore):
    """By a digest of the program's text."""
    token = explore(RACY).report.results[1].schedule.token
    with pytest.raises(UsageError, match="belongs to another program than work"):
        explore(RACY + "\n", token=token)


def test_a_token_of_another_check_is_refused(explore):
    """By a digest of the exercise's files and the check's name."""
    token = explore(RACY).report.results[1].schedule.token
    with pytest.raises(UsageError, match="belongs to no check of 01_small"):
        explore(RACY, CHECK.replace("schedules=30", "schedules=31"), token=token)


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: text[::-1], lambda text: text + "a", str.title]
)
def test_a_damaged_token_is_refused(change):
    """Any character that is missing, wrong or too many is noticed; capital letters are the same letters."""
    text = encode(TOKEN)
    if change is str.title:
        assert decode(change(text)) == TOKEN
        return
    with pytest.raises(UsageError, match="is no schedule"):
        decode(change(text))


TOKEN = Token(
    program=b"abcd",
    check=b"xyz",
    exploration=1,
    number=300,
    schedules=1000,
    knobs=("ties", "delays"),
    choices={("ties", 200): 3, ("delays", 0): 5},
)


def test_a_token_keeps_everything():
    """What is written is read."""
    assert decode(encode(TOKEN)) == TOKEN
    assert len(encode(TOKEN)) < 50


def test_every_change_of_one_character_is_noticed():
    """A token is typed by hand at times."""
    text = encode(TOKEN)
    for place in range(len(text)):
        other = "a" if text[place] != "a" else "b"
        with pytest.raises(UsageError):
            decode(text[:place] + other + text[place + 1 :])


def test_the_command_takes_a_token(bank, tmp_path, capfd):
    """`grade FILE --schedule TOKEN` fails as before; with a token that is none it is wrong usage, and says so."""
    folder = bank()
    file = tmp_path / "work.py"
    file.write_text(RACY, "utf-8")
    arguments = [str(file), "--exercise", str(folder), "--format", "json"]
    assert main(arguments) == 1
    report = json.loads(capfd.readouterr().out)
    token = report["results"][1]["schedule"]["token"]
    assert main([*arguments, "--schedule", token]) == 1
    assert json.loads(capfd.readouterr().out) == report
    assert main([*arguments, "--schedule", token[1:]]) == 4
    assert "is no schedule" in capfd.readouterr().err


# --- shrinking ---


def test_shrinking_leaves_what_is_needed():
    """Of a hundred choices two are needed, one of them at 2 at least."""
    needed = {("delays", 17): 2, ("ties", 60): 1}
    choices = {("delays", number): 4 for number in range(50)} | {("ties", number): 3 for number in range(50, 100)}
    tried = []

    async def attempt(candidate):
        tried.append(candidate)
        held = all(candidate.get(key, 0) >= least for key, least in needed.items())
        return (candidate, "found") if held else None

    assert asyncio.run(shrink(choices, "found", attempt)) == (needed, "found")
    assert len(tried) <= 80


def test_shrinking_stops_after_so_many_runs():
    """What is found by then stands."""
    tried = []

    async def attempt(candidate):
        tried.append(candidate)

    choices = {("cost", number): 1 for number in range(500)}
    assert asyncio.run(shrink(choices, "found", attempt, runs=20)) == (choices, "found")
    assert len(tried) == 20


# --- determinism ---


@pytest.mark.slow
def test_a_submission_explored_twice_gets_the_same_report(bank, tmp_path):
    """In two processes with other hash seeds: byte by byte, the token included."""
    folder = bank()
    texts = []
    for name, hash_seed in (("ann", "1"), ("bob", "77")):
        home = tmp_path / name
        home.mkdir()
        (home / "work.py").write_text(RACY, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "grader", "work.py", "--exercise", str(folder), "--format", "json"],
            cwd=home,
            env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 1, done.stderr
        texts.append(done.stdout)
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["results"][1]["schedule"]["token"]


def test_what_came_before_in_a_session_does_not_count(bank, quick):
    """The report of the second submission is the one that it gets alone."""
    folder = bank()
    racy, right = (Submission(name="work.py", source=source) for source in (RACY, LOCKED))
    assert grade_all([right, racy, right], folder)[1] == grade(racy, folder)


# --- verify ---


def test_verify_tells_the_author_which_knob_is_off(bank, capsys):
    """In the row of the solution; the proof holds all the same."""
    checks = CHECK.replace("run.returned == 160", "run.duration == 5")
    folder = bank(checks)
    (proof,) = [proof for proof in verify(folder) if proof.kind == "solution"]
    assert proof.holds
    assert any("`delays` does not vary" in remark for remark in proof.remarks)
    assert main(["verify", str(folder)]) == 1  # no rejected program proves the checks
    assert "`delays` does not vary" in capsys.readouterr().out


# --- the benchmark's programs ---


@pytest.fixture(scope="module")
def benchmark():
    """The module `benchmarks/schedules.py`."""
    home = str(Path(__file__).parents[2] / "benchmarks")
    sys.path.insert(0, home)
    try:
        yield importlib.import_module("schedules")
    finally:
        sys.path.remove(home)
        for name in ("schedules", "schedule_cases"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def backend():
    """A process that starts runners."""
    backend = start()
    yield backend
    backend.close()


@pytest.mark.slow
def test_no_right_program_is_failed(benchmark, backend):
    """Thirty schedules of each, knobs that the solution does not stand off."""
    for case in benchmark.RIGHT:
        number, exploration, found = benchmark.found(case, backend, 30, 7)
        assert number is None, (case.name, exploration.off, found)


@pytest.mark.slow
def test_what_is_right_by_luck_is_found(benchmark, backend):
    """Within fifty schedules, or in the usual run; not the one that needs steps in an order that never comes."""
    missed = [case.name for case in benchmark.BY_LUCK if benchmark.found(case, backend, 50, 7)[0] is None]
    assert missed == ["lost update, off by one tick"]
