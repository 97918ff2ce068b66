# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main prints all three lines itself between sleeps; task is never called.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await asyncio.sleep(2)
    print("report ready")


if __name__ == "__main__":
    asyncio.run(main())
