# fails: test_tells_what_stopped_the_group
# diagnosis: wrong-output
# The text of the group is printed, not that of its errors.

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except* ValueError as error:
        print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
