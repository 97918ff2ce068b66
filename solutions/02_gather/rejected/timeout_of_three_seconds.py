# fails: test_waits_for_both
# diagnosis: timeout-misuse
# Puts a time limit that nobody asked for around both; tasks that take longer are cancelled before they have ended.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    async with asyncio.timeout(3):      # 2 s should be enough
        await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
