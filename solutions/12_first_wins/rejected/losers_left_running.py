# fails: test_waits_until_losers_have_ended
# diagnosis: task-not-cancelled
# wait gives the first answer and the losers are left as they are: running when main returns.
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
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
