# fails: test_cancelled_task_says_so
# diagnosis: cancel-swallowed
# task prints its line and returns None, so a cancelled racer ends as if it had answered; the lines are right.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(f"{name} cancelled")


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
