# fails: test_cancelled_task_says_so
# diagnosis: cleanup-missing
# main prints the losers' lines; a task that is cancelled prints nothing itself.
import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return name


async def main() -> None:
    tasks = {}
    for name, delay in (("north", 3), ("south", 1), ("east", 2)):
        tasks[asyncio.create_task(task(name, delay))] = name
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
        print(f"{tasks[t]} cancelled")
    await asyncio.wait(pending)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
