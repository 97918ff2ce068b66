"""Clocks: one that runs as far as it likes, one that a judge grants its time, and the machine's."""

import json
import os

import pytest

from grader.engine.channel import Channel
from grader.engine.virtual.clock import SECOND, FreeClock, JudgedClock, RealClock, TimeLimit

LIMIT = 100 * SECOND


class Judge:
    """The other end of a channel: what it will answer is written beforehand, what it heard is read afterwards."""

    def __init__(self):
        down, self._down = os.pipe()
        self._up, up = os.pipe()
        self._ends = [down, self._down, self._up, up]
        os.set_blocking(self._up, False)
        self.channel = Channel(down, up)
        self.clock = JudgedClock(self.channel, LIMIT)
        self.delivered = []

    def will_answer(self, now, horizon, *replies):
        body = json.dumps(["advance", now, horizon, replies]).encode()
        os.write(self._down, len(body).to_bytes(4, "big") + body)

    def heard(self):
        try:
            data = os.read(self._up, 1 << 16)
        except BlockingIOError:
            return []
        messages = []
        while data:
            size = int.from_bytes(data[:4], "big")
            messages += json.loads(data[4 : 4 + size])
            data = data[4 + size :]
        return messages

    def owes(self, request):
        self.clock.expect(request, lambda how, value, now: self.delivered.append((request, how, value, now)))

    def leaves(self):
        os.close(self._down)
        self._ends.remove(self._down)

    def close(self):
        for end in self._ends:
            os.close(end)


@pytest.fixture
def judge():
    judge = Judge()
    yield judge
    judge.close()


def test_a_free_clock_goes_where_it_is_told():
    """It moves at once and says so."""
    clock = FreeClock()
    assert (clock.move(5), clock.now) == (True, 5)


def test_a_free_clock_never_goes_back():
    """A target in the past leaves it where it is."""
    clock = FreeClock()
    clock.move(5)
    assert (clock.move(3), clock.now) == (True, 5)


def test_a_free_clock_with_nothing_to_wait_for_says_so():
    """None is no target."""
    assert FreeClock().move(None) is False


def test_a_free_clock_stops_at_its_limit():
    """The limit itself may be reached, a nanosecond more may not."""
    clock = FreeClock(limit=10)
    clock.move(10)
    with pytest.raises(TimeLimit):
        clock.move(11)


def test_a_free_clock_can_be_set_to_zero():
    """The coroutine under test starts at zero."""
    clock = FreeClock()
    clock.move(5)
    clock.reset()
    assert clock.now == 0


def test_a_judged_clock_runs_freely_while_nothing_is_owed(judge):
    """Not a word goes to the judge."""
    assert judge.clock.move(LIMIT)
    assert (judge.clock.now, judge.heard()) == (LIMIT, [])


def test_a_judged_clock_asks_while_a_reply_is_owed(judge):
    """Only the judge knows what comes first: it is told where the program would go."""
    judge.owes(1)
    judge.will_answer(3 * SECOND, LIMIT)
    judge.clock.move(5 * SECOND)
    assert judge.heard() == [["idle", 0, 5 * SECOND]]
    assert judge.clock.now == 3 * SECOND


def test_a_judged_clock_asks_without_a_target_when_only_replies_can_come(judge):
    """`null` says that the program has no timer."""
    judge.owes(1)
    judge.will_answer(SECOND, LIMIT, [1, "returned", 42])
    assert judge.clock.move(None)
    assert judge.heard() == [["idle", 0, None]]


def test_replies_are_delivered_in_the_judges_order_at_the_judges_time(judge):
    """Each goes to the one who waits for it."""
    judge.owes(1)
    judge.owes(2)
    judge.will_answer(SECOND, LIMIT, [2, "returned", "b"], [1, "raised", "a"])
    judge.clock.move(None)
    assert judge.delivered == [(2, "returned", "b", SECOND), (1, "raised", "a", SECOND)]


def test_a_reply_that_nobody_waits_for_is_dropped(judge):
    """One request of two was given up meanwhile."""
    judge.owes(1)
    judge.owes(2)
    assert judge.clock.forget(1)
    judge.will_answer(SECOND, LIMIT, [1, "returned", "a"], [2, "returned", "b"])
    judge.clock.move(None)
    assert [request for request, *_ in judge.delivered] == [2]


def test_a_reply_that_has_come_cannot_be_given_up(judge):
    """It came at the very instant at which its caller was cancelled."""
    judge.owes(1)
    judge.will_answer(SECOND, LIMIT, [1, "returned", "a"])
    judge.clock.move(None)
    assert not judge.clock.forget(1)


def test_up_to_the_granted_horizon_nothing_is_asked(judge):
    """The judge said that nothing happens before 9 s."""
    judge.owes(1)
    judge.will_answer(SECOND, 9 * SECOND)
    judge.clock.move(SECOND)
    judge.heard()
    judge.clock.move(9 * SECOND)
    assert (judge.clock.now, judge.heard()) == (9 * SECOND, [])


def test_the_judges_clock_is_told_to_go_on(judge):
    """Each time, with the next message that matters: it may not be asked, but it is the one that counts."""
    for seconds in (2, 2, 7):
        assert judge.clock.move(seconds * SECOND)
    judge.channel.flush()
    assert judge.heard() == [["wait", 0, 2 * SECOND], ["wait", 2 * SECOND, 7 * SECOND]]


def test_a_new_request_takes_the_horizon_back(judge):
    """Its reply may come before what was granted."""
    judge.owes(1)
    judge.will_answer(SECOND, 9 * SECOND)
    judge.clock.move(SECOND)
    judge.owes(2)
    judge.will_answer(2 * SECOND, LIMIT)
    judge.clock.move(5 * SECOND)
    assert judge.heard()[-1] == ["idle", SECOND, 5 * SECOND]


def test_when_the_last_request_is_given_up_the_clock_is_free_again(judge):
    """Nothing is owed, nothing is asked."""
    judge.owes(1)
    judge.clock.forget(1)
    assert judge.clock.move(7 * SECOND)
    assert judge.heard() == []


def test_a_judged_clock_with_nothing_owed_and_no_target_says_so(judge):
    """That is a deadlock."""
    assert judge.clock.move(None) is False


def test_past_the_limit_the_program_has_run_out_of_time(judge):
    """Whether it goes there itself or the judge says so."""
    with pytest.raises(TimeLimit):
        judge.clock.move(LIMIT + 1)
    judge.owes(1)
    judge.will_answer(LIMIT + 1, LIMIT + 1)
    with pytest.raises(TimeLimit):
        judge.clock.move(None)


def test_without_a_judge_the_clock_cannot_go_on(judge):
    """The channel's end is an error, never an endless wait."""
    judge.owes(1)
    judge.leaves()
    with pytest.raises(EOFError):
        judge.clock.move(None)


def test_a_reset_forgets_what_was_asked(judge):
    """Requests of the time when the file was loaded do not count."""
    judge.owes(1)
    judge.clock.reset()
    assert judge.clock.move(LIMIT)
    assert judge.heard() == []


def test_a_real_clock_is_moved_by_waiting():
    """It is at its target then, and goes on by itself; where there is nothing to wait for, nothing can happen."""
    clock = RealClock(LIMIT)
    target = clock.now + SECOND // 100
    assert clock.move(target)
    assert clock.now >= target
    assert not clock.move(None)


def test_a_real_clock_never_goes_beyond_its_limit():
    """A message is never stamped later than what was granted."""
    clock = RealClock(SECOND // 1000)
    with pytest.raises(TimeLimit):
        clock.move(SECOND)
    assert clock.now == SECOND // 1000


def test_a_real_clock_is_set_to_zero():
    """The time before does not count."""
    clock = RealClock(LIMIT)
    clock.move(SECOND // 100)
    before = clock.now
    clock.reset()
    assert clock.now < before
