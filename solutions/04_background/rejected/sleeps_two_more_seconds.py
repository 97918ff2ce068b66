# fails: test_result_comes_when_it_is_ready
# diagnosis: sleep-instead-of-await
# sleep(2) stands where the result should be awaited; with another delay it comes late, or is not there yet.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await asyncio.sleep(2)
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
