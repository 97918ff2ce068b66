"""Tasks that poll."""

import pytest

from grader.model import Polled
from grader.trace import Poller, polling

from .events import at, call, call_ends, goes_on, prints, task, trace, waits

LINE = 2
ASKS = "while not done():\n    await asyncio.sleep(0.01)\n"


def turning(count, awaiting="asyncio.sleep(0.01)", between=lambda number: ()):
    events = [task(0, 1), call(0, 1, "main")]
    for number in range(count):
        events += [waits(number, 1, 1, awaiting, LINE), goes_on(number, 1), *between(number)]
    return trace(*events)


def test_eight_short_sleeps_in_a_loop_that_asks_are_polling():
    """The task is named, and the line of the sleep."""
    assert polling(turning(8), ASKS) == (Poller("`main()`", at(LINE)),)


def test_seven_short_sleeps_are_not_polling_yet():
    """Fewer than eight turns do not count."""
    assert polling(turning(7), ASKS) == ()


@pytest.mark.parametrize(
    "source",
    [
        "while True:\n    await asyncio.sleep(0)\n    if ready:\n        break\n",
        "while time.monotonic() < end:\n    await asyncio.sleep(0)\n",
        "while left:\n    await asyncio.sleep(0)\n",
        "while numbers[0]:\n    await asyncio.sleep(0)\n",
    ],
)
def test_a_loop_asks_in_many_ways(source):
    """By its own test or by that of a `break`; of a clock, a flag, an item."""
    assert polling(turning(8, "asyncio.sleep(0)"), source) != ()


@pytest.mark.parametrize(
    "source",
    [
        "while True:\n    await asyncio.sleep(0.01)\n",
        "for _ in range(99):\n    await asyncio.sleep(0.01)\n",
        "while turn < 99:\n    await asyncio.sleep(0.01)\n    turn += 1\n",
        "while 'not a program\n    (\n",
    ],
)
def test_a_loop_that_asks_nobody_does_not_poll(source):
    """A loop for ever, one over a range, one that counts its own turns, and a text that is no program."""
    assert polling(turning(20), source) == ()


@pytest.mark.parametrize("awaiting", ["asyncio.sleep(0.25)", "asyncio.sleep(1)", "Queue.get()", "fetch()"])
def test_a_wait_that_is_long_or_for_something_is_not_polling(awaiting):
    """Only sleeps below a quarter of a second count."""
    assert polling(turning(20, awaiting), ASKS) == ()


def test_a_loop_that_prints_meanwhile_does_not_poll():
    """Output between the sleeps means that the turns do something."""
    assert polling(turning(20, between=lambda number: [prints(number, "tick")] if number % 5 == 0 else []), ASKS) == ()


def test_a_sleep_in_a_helper_counts_for_the_loop_that_calls_it():
    """The call that stands in the loop polls, whichever call sleeps."""
    source = "async def nap():\n    await asyncio.sleep(0.01)\nwhile not done():\n    await nap()\n"
    events = [task(0, 1), call(0, 1, "main")]
    for number in range(8):
        events += [
            call(number, number + 2, "nap", parent=1, line=4),
            waits(number, 1, number + 2, "asyncio.sleep(0.01)", 2),
        ]
        events += [goes_on(number, 1), call_ends(number, number + 2)]
    assert polling(trace(*events), source) == (Poller("`main()`", at(4)),)


def test_what_the_runner_says_counts_too():
    """A task that the runner saw spinning polls, whatever the text says; each line is named once."""
    told = Polled(time=0, task=1, place=at(5))
    assert polling(trace(task(0, 1), told, told), "") == (Poller("`main()`", at(5)),)


@pytest.mark.parametrize("delay", ["e", "1.2.3", ".", "-", "1e", "--1", "1e9e9"])
def test_a_delay_that_is_no_number_is_no_short_one(delay):
    """A number of the program's own may show itself as it likes."""
    assert polling(turning(8, f"asyncio.sleep({delay})"), ASKS) == ()


@pytest.mark.parametrize("delay", ["0", "0.1", "1e-05", "1.5e-7"])
def test_a_delay_is_written_as_python_writes_it(delay):
    """Whole, with a fraction, with an exponent."""
    assert polling(turning(8, f"asyncio.sleep({delay})"), ASKS) != ()
