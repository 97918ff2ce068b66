# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep in task blocks the event loop, and main with it: "working 2" comes at 3 s.

import asyncio
import time


async def task(name: str, delay: float) -> str:
    time.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
