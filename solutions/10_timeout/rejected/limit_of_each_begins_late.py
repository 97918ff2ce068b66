# fails: test_each_has_its_own_limit
# diagnosis: sequential-awaits
# The tasks are started together, but the second limit begins only when the first task is through: slow has 3 s.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    fast = asyncio.create_task(task("fast", 1))
    slow = asyncio.create_task(task("slow", 10))
    for name, t in ("fast", fast), ("slow", slow):
        try:
            print(await asyncio.wait_for(t, 2))
        except asyncio.TimeoutError:
            print(f"{name} timed out")


if __name__ == "__main__":
    asyncio.run(main())
