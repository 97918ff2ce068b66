# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task prints its text and returns nothing, and main only awaits it: with a quick task it comes before "working 2".

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} ready")


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await report


if __name__ == "__main__":
    asyncio.run(main())
