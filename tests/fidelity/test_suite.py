"""CPython's own asyncio tests pass on the virtual loop: some of them here, all by `benchmarks/fidelity.py`."""

import pytest

from .suite import modules, run_module, worse

MODULES = [
    "test_locks",
    "test_queues",
    "test_timeouts",
    "test_taskgroups",
    "test_waitfor",
    "test_runners",
    "test_context",
]
"""Those that take no time, or little: what learners use most."""

pytestmark = pytest.mark.skipif(not modules(), reason="test.test_asyncio is not installed: it may be packaged apart")


def named(name: str) -> str:
    return f"test.test_asyncio.{name}"


@pytest.mark.parametrize("module", MODULES)
def test_what_passes_on_the_stock_loop_passes_on_ours(module):
    """Outcome by outcome, both run here and now."""
    if named(module) not in modules():
        pytest.skip("this Python has no such module")
    stock, ours = run_module("stock", named(module)), run_module("virtual", named(module))
    assert stock
    assert worse(stock, ours) == {}


@pytest.mark.parametrize("broken", ["timeless"])
def test_a_broken_loop_is_found_out(broken):
    """On a loop whose timers never fire, tests of time-outs hang or fail: the comparison can fail."""
    only = [f"{named('test_timeouts')}.TimeoutTests.test_{name}" for name in ("timeout_basic", "timeout_zero")]
    stock, other = (run_module(loop, named("test_timeouts"), only) for loop in ("stock", broken))
    assert [outcome.kind for outcome in stock.values()] == ["passed", "passed"]
    assert worse(stock, other)
