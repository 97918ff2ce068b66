# fails: test_waits_until_losers_have_ended
# diagnosis: task-not-cancelled
# shield stands between the cancellation and the racers: only the shields are cancelled.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    tasks = [asyncio.shield(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
