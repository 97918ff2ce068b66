# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task prints its text in place of returning it, so main prints None after it.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    print(f"{name} ready")


async def main() -> None:
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
