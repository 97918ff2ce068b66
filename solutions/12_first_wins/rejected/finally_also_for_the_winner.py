# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# finally prints "cancelled" for the winner too, who was not cancelled.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    finally:
        print(f"{name} cancelled")


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
