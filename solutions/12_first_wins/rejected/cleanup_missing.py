# fails: test_cancelled_task_says_so
# diagnosis: cleanup-missing
# task does nothing about its cancellation; the two lines of the losers are missing.
import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return name


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
