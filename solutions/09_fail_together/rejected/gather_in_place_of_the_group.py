# fails: test_uses_a_task_group
# diagnosis: required-construct
# gather raises the error at 2 s and leaves C running, which is cut off by the end of the program.

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
        await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True))
    except ValueError as error:
        print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
