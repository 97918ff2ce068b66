"""A file that runs its own `main` while it is loaded: that run is left out, and the one that counts is the first."""

import pytest

from grader.model import Crashed, Place, Raised, Returned
from grader.runner import Service

from .programs import FILE, texts

PROGRAM = """
import asyncio, sys
runs = []
async def other():
    await asyncio.sleep(5)
    return "made by other"
async def main():
    runs.append("run")
    print(len(runs), *runs[:-1])
"""
"""Line 7 begins `main`."""


@pytest.mark.parametrize(
    "tail",
    [
        "asyncio.run(main())",
        "asyncio.run(main(), debug=True)",
        "print(asyncio.run(main()))",
        "sys.exit(asyncio.run(main()))",
        "asyncio.run(main()); sys.exit(3)",
        "try:\n    asyncio.run(main())\nexcept KeyboardInterrupt:\n    pass",
        "with asyncio.Runner() as runner:\n    runner.run(main())",
        "asyncio.new_event_loop().run_until_complete(main())",
        "loop = asyncio.new_event_loop()\nloop.run_until_complete(loop.create_task(main()))\nloop.close()",
        "loop = asyncio.new_event_loop()\nloop.run_until_complete(asyncio.gather(*[loop.create_task(main())]))",
        "async def start():\n    await main()\nasyncio.run(start())",
        "async def timed(work):\n    await work\nasyncio.run(timed(main()))",
        "asyncio.run(asyncio.wait_for(main(), 9))",
    ],
)
def test_main_is_not_run_while_the_file_is_loaded(quick, tail):
    """Whichever way the file runs it: the globals are as fresh as under a guard."""
    finished = quick(PROGRAM + tail + "\n")
    assert (finished.trace.outcome, texts(finished)) == (Returned(), ["1"])


def test_another_coroutine_is_run_as_it_stands(quick):
    """What the file makes of its result is there for `main`."""
    assert texts(quick(PROGRAM + "runs.append(asyncio.run(other()))\n")) == ["2 made by other"]


def test_a_plain_main_is_called_where_the_file_calls_it(quick):
    """It makes no coroutine, so there is nothing to leave out: Python's own error comes on its line."""
    outcome = quick("import asyncio\ndef main():\n    pass\nasyncio.run(main())\n").trace.outcome
    assert (outcome.error, outcome.place, outcome.phase) == ("ValueError", Place(FILE, 4), "load")


def test_lines_that_need_what_main_did_have_it(quick):
    """The file is loaded once more, with the run: those lines are no mistake."""
    finished = quick(PROGRAM + "asyncio.run(main())\nassert runs[0] == 'run'\nruns.clear()\n")
    assert (finished.trace.outcome, texts(finished)) == (Returned(), ["1"])


def test_lines_that_are_wrong_whatever_main_did_are_told(quick):
    """Where loading fails with the run, too, that is how it ends."""
    outcome = quick(PROGRAM + "asyncio.run(main())\n1 / 0\n").trace.outcome
    assert isinstance(outcome, Raised)
    assert (outcome.error, outcome.place, outcome.phase) == ("ZeroDivisionError", Place(FILE, 11), "load")


def test_an_exit_without_a_run_is_told(quick):
    """Only one that follows a run of `main` is the file's usual end."""
    outcome = quick(PROGRAM + "sys.exit(0)\n").trace.outcome
    assert outcome == Crashed(status=0, call="sys.exit(0)", place=Place(FILE, 10), phase="load")


def test_every_entry_point_is_left_out(quick):
    """An author names them; others of the file's are run."""
    source = "import asyncio\nasync def work():\n    1 / 0\nasync def main():\n    print('ran')\nasyncio.run(work())\n"
    assert quick(source).trace.outcome.error == "ZeroDivisionError"
    assert texts(quick(source, entry_points=("work", "main"))) == ["ran"]


def test_a_service_is_left_out_like_what_it_stands_for(quick):
    """One that fails does not keep the file from being loaded."""
    source = "import asyncio\nasync def task(): ...\nasync def main():\n    print('ran')\nasyncio.run(task())\n"
    fails = {"task": Service(seconds=1, raises=LookupError("no"))}
    assert texts(quick(source, entry_points=("task", "main"), replace=fails)) == ["ran"]
