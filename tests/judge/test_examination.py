"""One submission under one exercise: runs that are the same run once, and an endless program costs one limit."""

import asyncio

import pytest

from grader import service
from grader.errors import GraderError
from grader.exercise import course_root, load_exercise
from grader.judge.examination import Examination, Material, about
from grader.judge.state import BudgetUsedUp, CheckState, RunFailed
from grader.judge.submission import SubmissionUnderTest
from grader.model import Limits, Submission
from grader.runner import start


class Counting:
    """A backend that counts the runs that it starts."""

    def __init__(self, backend):
        self.backend = backend
        self.started = 0
        self.error = None

    name = "fork"
    version = "3"

    def start(self):
        """Start a runner."""
        self.started += 1
        if self.error:
            raise self.error
        return self.backend.start()


@pytest.fixture(scope="module")
def shared_backend():
    """One warm process for all tests of this module."""
    backend = start()
    yield backend
    backend.close()


@pytest.fixture
def backend(shared_backend):
    """A backend whose count begins at nothing."""
    return Counting(shared_backend)


@pytest.fixture
def examine(make, backend, right):
    """Return a function that opens an examination of a program."""

    def examine(source=right, *, secret=b"", **files):
        folder = make(**files)
        material = Material.read(load_exercise(folder), folder)
        return Examination(Submission(name="work.py", source=source), material, backend, secret)

    return examine


def under_test(examination, name="test_it"):
    """Return what a check would get as `submission`."""
    return SubmissionUnderTest(examination, CheckState(name, "It", 1, ()))


def test_the_same_run_is_run_once(examine, backend):
    """Two checks that look at the same run share it."""
    examination = examine()
    runs = [asyncio.run(under_test(examination, name).run("main")) for name in ("test_a", "test_b")]
    assert backend.started == 1
    assert runs[0].trace is runs[1].trace
    assert examination.main().trace is runs[0].trace


def test_another_run_is_run(examine, backend):
    """Other arguments, another target, a service in place: each is a run of its own."""
    submission = under_test(examine())
    asyncio.run(submission.run("task", "A", 1))
    asyncio.run(submission.run("task", "A", 2))
    asyncio.run(submission.run("main"))
    asyncio.run(submission.run("main", replace={"task": service(seconds=1)}))
    asyncio.run(submission.run("main", given="x = 1"))
    assert backend.started == 5


def test_runs_with_services_that_differ_in_a_closure_are_not_shared(examine, backend):
    """Each service gives its own times."""
    submission = under_test(examine())

    def taking(seconds):
        return {"task": service(seconds=lambda name, delay: seconds)}

    found = [asyncio.run(submission.run("main", replace=taking(seconds))) for seconds in (1, 2, 1)]
    assert [run.trace.duration_ns for run in found] == [1_000_000_000, 2_000_000_000, 1_000_000_000]
    assert backend.started == 3


def test_runs_are_not_shared_between_submissions(examine, backend):
    """Each examination begins with nothing."""
    for examination in (examine(), examine()):
        examination.main()
    assert backend.started == 2


def test_other_files_are_put_in_place_of_those_in_data(examine):
    """A service may say how long opening one takes; the run has its text then."""
    source = "import asyncio\nfrom pathlib import Path\nasync def main():\n"
    source += "    return await asyncio.to_thread(Path('data/ä.txt').read_text, encoding='utf-8')\n"
    submission = under_test(examine(source))
    for text in ("eins\n", "zwei\n"):
        disk = {"data.open": service(seconds=lambda name: 2 if name == "ä.txt" else 3)}
        run = asyncio.run(submission.run("main", data={"ä.txt": text}, replace=disk))
        assert (run.finished.value, run.trace.duration_ns) == (text, 2_000_000_000)
        assert run.calls("data.open").arguments == [("ä.txt",)]


def test_keyword_arguments_are_bound_to_the_parameters_of_the_exercise(examine):
    """`task(delay=2, name="A")` is `call("A", 2)`, also where no function of the service tells the names."""
    source = "async def task(name, delay): ...\nasync def main():\n    await task(delay=2, name='A')\n"
    run = asyncio.run(under_test(examine(source)).run("main", replace={"task": service(seconds=1)}))
    assert run.calls("task").arguments == [("A", 2)]


def test_parameters_that_a_check_states_itself_stay(examine):
    """`service(parameters=…)` wins over the exercise, where the learner's own function names none."""
    source = "async def task(**named): ...\nasync def main():\n    await task(delay=2, name='A')\n"
    stated = service(seconds=1, parameters=("delay", "name"))
    run = asyncio.run(under_test(examine(source)).run("main", replace={"task": stated}))
    assert run.calls("task").arguments == [(2, "A")]


ENDLESS = "async def task(name, delay):\n    pass\n\nasync def main():\n    while True:\n        pass\n"


@pytest.fixture
def quick(examine):
    """Examine an endless program, with limits that are soon reached."""
    examination = examine(ENDLESS)
    exercise = examination.material.exercise
    limits = Limits(cpu_seconds=0.2, wall_seconds=5)
    changed = {"exercise": type(exercise)(**{**_fields(exercise), "limits": limits})}
    material = Material(**{**vars(examination.material), **changed})
    return Examination(examination.submission, material, examination.backend)


def _fields(struct):
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def test_after_a_limit_of_time_nothing_is_started_any_more(quick, backend):
    """An endless program costs one limit, not one for each check; what ran before is still known."""
    submission = under_test(quick)
    asyncio.run(submission.run("task", "A", 1))
    with pytest.raises(RunFailed, match="more processor time"):
        asyncio.run(submission.run("main"))
    with pytest.raises(BudgetUsedUp, match=r"`main\(\)` used up the time"):
        asyncio.run(submission.run("task", "B", 1))
    assert asyncio.run(submission.run("task", "A", 1)).outcome.__class__.__name__ == "Returned"
    with pytest.raises(RunFailed, match="more processor time"):
        asyncio.run(submission.run("main"))
    assert backend.started == 2


def test_after_a_limit_of_steps_runs_go_on(examine, backend):
    """Steps cost little: they use up nothing."""
    source = f"import asyncio\n{ENDLESS}".replace("        pass", "        await asyncio.sleep(0.01)")
    submission = under_test(examine(source))
    with pytest.raises(RunFailed):
        asyncio.run(submission.run("main"))
    asyncio.run(submission.run("task", "B", 1))
    assert backend.started == 2


def test_a_fault_of_the_grader_is_kept_and_not_tried_again(examine, backend):
    """After the process that starts runners is gone, no further run of this submission is tried."""
    examination = examine()
    backend.error = GraderError("gone")
    for _ in range(2):
        with pytest.raises(GraderError, match="gone"):
            asyncio.run(under_test(examination).run("main"))
    assert backend.started == 1
    assert str(examination.fault) == "gone"


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("async def main():\n    raise ValueError('no')\n", "main", "`main()` raised ValueError on line 2: no"),
        ("def main(:\n", "main", "invalid syntax"),
        ("", "main", "main"),
        ("import asyncio\nasync def main():\n    await asyncio.Event().wait()\n", "main", "could never come"),
    ],
)
def test_a_run_that_does_not_end_by_itself_fails_the_check(examine, source, target, words):
    """In the words of the outcome."""
    with pytest.raises(RunFailed) as caught:
        asyncio.run(under_test(examine(source)).run(target))
    assert words in caught.value.difference.message
    assert caught.value.difference.actual == (caught.value.difference.message,)


def test_may_raise_lets_an_exception_through_and_nothing_else(examine):
    """`run.raised` holds it; an endless wait still fails."""
    source = (
        "import asyncio\nasync def task(name, delay):\n    await asyncio.Event().wait()\n"
        "async def main():\n    raise ValueError('no')\n"
    )
    submission = under_test(examine(source))
    assert asyncio.run(submission.run("main", may_raise=True)).raised == "ValueError: no"
    with pytest.raises(RunFailed):
        asyncio.run(submission.run("task", "A", 1, may_raise=True))


@pytest.mark.parametrize(
    ("handler", "seconds", "raised"),
    [
        ("except KeyError: pass", 2.5, "CancelledError"),
        ("except asyncio.CancelledError: pass", 2.5, None),
        ("finally: await asyncio.sleep(1)", 3.5, "CancelledError"),
    ],
)
def test_a_check_may_cancel_what_it_runs(examine, handler, seconds, raised):
    """`run.raised` tells whether it let the cancellation go on; it ends in its own time."""
    source = (
        "import asyncio\nasync def task(name, delay):\n    try:\n        await asyncio.sleep(delay)\n"
        f"    {handler}\nasync def main():\n    await task('A', 9)\n"
    )
    submission = under_test(examine(source))
    for target in (("main",), ("task", "A", 9)):
        run = asyncio.run(submission.run(*target, cancel_after=2.5))
        assert run.duration == seconds
        assert run.raised == raised


def test_a_cancellation_that_comes_too_late_is_none(examine):
    """What has ended by itself, or by an error, has not been cancelled; nor has what cancels itself."""
    source = (
        "import asyncio\nasync def task(name, delay):\n"
        "    asyncio.current_task().cancel()\n    await asyncio.sleep(1)\n"
        "async def main():\n    raise ValueError('no')\n"
    )
    submission = under_test(examine(source))
    assert asyncio.run(submission.run("main", cancel_after=1, may_raise=True)).raised == "ValueError: no"
    with pytest.raises(RunFailed):
        asyncio.run(submission.run("task", "A", 1, cancel_after=1))


def test_runs_that_are_cancelled_at_other_times_are_other_runs(examine):
    """Only the same run is shared."""
    submission = under_test(examine("import asyncio\nasync def main():\n    await asyncio.sleep(9)\n"))
    found = [asyncio.run(submission.run("main", cancel_after=seconds)) for seconds in (1, 2, 20)]
    assert [run.duration.time // 10**9 for run in found] == [1, 2, 9]


def test_seeds_differ_for_submission_checks_and_secret(examine, right):
    """And are equal where all of these are; the file's name is no part of them."""
    check = "async def test_it(submission): pass"
    seeds = [
        examine(right, checks=check),
        examine(right + "#", checks=check),
        examine(right, checks=check, secret=b"x"),
        examine(right, checks=check + "  "),
    ]
    assert len({examination.seed for examination in seeds}) == 4
    draws = [seeds[0].draw(name).random() for name in ("test_a", "test_b", "test_a")]
    assert draws[0] == draws[2] != draws[1]
    assert examine(right, checks=check).seed == seeds[0].seed


def test_the_stub_beside_the_checks_is_no_part_of_the_seed(make, examine, right):
    """A learner works in the exercise's folder: what is there counts only as the submission."""
    one = examine(right, checks="async def test_it(submission): pass")
    other = examine(right, checks="async def test_it(submission): pass", work="x = 1")
    assert one.seed == other.seed


@pytest.mark.parametrize(
    ("target", "replace", "told"),
    [
        ("main", {"taks": service()}, "no 'taks' in the entry points"),
        ("main", {"given.fetch": service()}, "no 'fetch' in given.py"),
        ("main", {"giver.fetch": service()}, "no 'fetch' in giver.py"),
        ("scenario:nothing", {}, "no 'nothing' in scenario.py"),
    ],
)
def test_a_slip_of_the_authors_is_not_the_learners(examine, target, replace, told):
    """A name that is nowhere in the exercise is an error of the check, whatever the submission is."""
    with pytest.raises(LookupError, match=told):
        under_test(examine("async def main(): ...\n")).run(target, replace=replace)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("scenario:held", "Run `task` while the lock is held."),
        ("scenario:silent", ""),
        ("scenario:absent", ""),
        ("held", ""),
    ],
)
def test_a_scenario_is_told_in_the_first_sentence_of_its_author(examine, target, said):
    """On one line, whatever else its docstring says; what is the learner's has none."""
    scenario = (
        'async def held(learner):\n    """Run `task` while the\n    lock is held. It is let go then."""\n'
        "async def silent(learner):\n    pass\n"
    )
    assert about(examine(scenario=scenario).job(target)) == said


def test_what_an_exercises_own_programs_import_is_known_before_the_first_run():
    """aiohttp.web is imported by what is given in 24_fetch_pages, and need not be in each of its runs."""
    folder = course_root() / "exercises" / "24_fetch_pages"
    assert "aiohttp.web" in Material.read(load_exercise(folder), folder).parts
