# fails: test_cancelled_task_says_so
# diagnosis: wrong-except
# except Exception does not catch a cancellation, so no loser prints its line.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except Exception:
        print(f"{name} cancelled")
        raise
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
