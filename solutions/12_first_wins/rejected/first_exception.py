# fails: test_first_answer_wins
# diagnosis: wait-misuse
# FIRST_EXCEPTION in place of FIRST_COMPLETED: without an exception it waits for all.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
