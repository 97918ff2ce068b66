"""Checks of 15_lost_update: an await between read and write is a race."""

from grader import any_order, anything, at, before, call, points, service

DEPOSITS = 5

ACCOUNT = """
async def ask_bank(what):
    pass


class Account:
    def __init__(self, balance):
        self.__balance = balance

    async def read(self):
        await ask_bank("read")
        return self.__balance

    async def write(self, balance):
        await ask_bank("write")
        self.__balance = balance - {fee}
"""


@points(1)
async def test_main_makes_five_deposits(submission):
    """`main` calls `task` for five deposits of 10"""
    run = await submission.run("main", replace={"task": service(seconds=1)}, may_raise=True)

    assert run.calls("task") == any_order(*[call(anything, 10, anything)] * DEPOSITS)


@points(0, depends=test_main_makes_five_deposits, evidence="reported")
async def test_never_polls(submission):
    """Nothing polls, and nothing blocks the event loop"""
    run = await submission.run("main")

    assert run.blocking == []


@points(2, depends=test_main_makes_five_deposits)
async def test_task_reads_then_writes(submission, rng):
    """`task` reads the balance and writes it back with the amount added"""
    balance, amount = rng.number(), rng.number()
    run = await submission.run("scenario:deposits", balance, [amount], **_bank(1, 1))

    assert run.calls("given.ask_bank") == before(call("read"), call("write"), call("read"))
    assert run.returned == balance + amount
    assert run.output == []


@points(2, depends=test_task_reads_then_writes)
async def test_holds_the_lock(submission, rng):
    """`task` reads and writes while it holds the lock that it was given"""
    seconds = rng.delay()
    run = await submission.run("scenario:lock_is_held", rng.number(), rng.number(), seconds, **_bank(1, 1))
    assert run.calls("given.ask_bank") == before(call("read", at=seconds), call("write", at=seconds + 1))

    run = await submission.run("scenario:deposits", rng.number(), [rng.number(), rng.number()], **_bank(*rng.delays(2)))
    assert run.calls("given.ask_bank") == before(call("read"), call("write"), call("read"), call("write"), call("read"))


@points(2, depends=test_task_reads_then_writes)
async def test_lets_the_lock_go(submission, rng):
    """`task` lets the lock go, also when the reading or the writing fails"""
    for fails in ("read", "write", "nothing"):
        amount = rng.number()
        run = await submission.run("scenario:after_failure", amount, fails)

        assert run.returned == amount


@points(2, depends=test_main_makes_five_deposits)
async def test_deposits_start_together(submission, rng):
    """`main` starts all five deposits at the same time, and waits for all of them"""
    seconds = rng.delay()
    run = await submission.run("main", replace={"task": service(seconds=seconds)})

    assert run.calls("task") == [call(anything, 10, anything, at=0)] * DEPOSITS
    assert run.output == [at(seconds + 0.1, "balance 100")]
    assert run.left_behind == []


@points(2, depends=test_main_makes_five_deposits)
async def test_balance_comes_from_the_account(submission, rng):
    """`main` prints the balance that it reads from the account in the end, whatever the bank makes of it"""
    reading, writing = rng.delays(2)
    fee = rng.randint(1, 9)
    run = await submission.run("main", **_bank(reading, writing, fee))

    assert run.output == [at(DEPOSITS * (reading + writing) + reading, f"balance {150 - DEPOSITS * fee}")]


@points(2, depends=test_main_makes_five_deposits)
async def test_no_deposit_is_lost(submission):
    """No deposit is lost, whatever time reading and writing take"""

    def balance_is_right(run):
        assert run.output.texts == ["balance 150"]

    await submission.explore("main", balance_is_right, delays_may_vary=True)


@points(2, depends=test_main_makes_five_deposits)
async def test_prints_the_balance(submission):
    """The program prints its line at t=1.1, and nothing else; nothing is left behind"""
    run = await submission.run("main")

    assert run.output == [at(1.1, "balance 150")]
    assert run.duration == 1.1
    assert run.left_behind == []


def _bank(reading, writing, fee=0):
    """Put another bank in place: reading and writing take these times, and each writing costs a fee."""
    times = {"read": reading, "write": writing}
    return {
        "given": ACCOUNT.format(fee=fee),
        "replace": {"given.ask_bank": service(seconds=lambda what: times.get(what, 1))},
    }
