"""The first signal that asks for the end is heeded, and everything is afterwards as it was."""

import signal
import threading

import pytest

from grader.watch.signals import Ended, Gate, signals

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this platform has other signals")
ENDING = [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None)]


@pytest.mark.parametrize("number", ENDING)
def test_the_first_signal_ends_the_work_and_the_others_do_not_disturb_the_end(number, hung_up):
    """What is put in order on the way out is not cut short."""
    before = [signal.getsignal(each) for each in ENDING]
    tidied = False
    with pytest.raises(Ended) as caught, signals(lambda: None):
        try:
            signal.raise_signal(number)
        finally:
            for each in ENDING:
                signal.raise_signal(each)
            tidied = True
    assert (caught.value.number, tidied) == (number, True)
    assert [signal.getsignal(each) for each in ENDING] == before


def test_a_signal_that_is_ignored_stays_so(monkeypatch):
    """Under `nohup` a closed terminal is no end."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals(lambda: None):
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("name", ["SIGWINCH", "SIGCONT"])
def test_a_terminal_of_another_size_or_taken_back_is_drawn(name):
    """Nothing else happens."""
    drawn = []
    with signals(lambda: drawn.append(name)):
        signal.raise_signal(getattr(signal, name))
    assert drawn == [name]


def called_off(gate):
    """Call a gate's work off from another thread; return what it says."""
    said = []
    thread = threading.Thread(target=lambda: said.append(gate.call_off()))
    thread.start()
    thread.join()
    return said[0]


def test_another_thread_calls_off_the_work_while_it_goes_on():
    """As Ctrl-C would; that it was a key is known afterwards."""
    gate = Gate()
    with pytest.raises(Ended), signals(lambda: None):
        gate.open()
        called_off(gate)
        while True:
            pass
    assert gate.was_used


def test_nothing_is_called_off_where_nothing_goes_on():
    """Afterwards the key is a key like others."""
    gate = Gate()
    with signals(lambda: None):
        gate.open()
        gate.close()
        assert not called_off(gate)
    assert not gate.was_used


def test_what_is_called_off_before_it_begins_does_not_begin():
    """A key that comes between a save and its grading does not wait for the grading's end."""
    gate = Gate()
    assert not called_off(gate)
    with pytest.raises(Ended):
        gate.open()
    assert gate.was_used
