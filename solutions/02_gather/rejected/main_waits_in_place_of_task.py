# fails: test_task_prints_and_waits
# diagnosis: sleep-instead-of-await
# task does not wait; main sleeps between the starts and the ends and then prints the last lines itself.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    return name


async def main():
    a, b = await asyncio.gather(task("Task A", 2), task("Task B", 1))
    await asyncio.sleep(1)
    print(f"{b} finished")
    await asyncio.sleep(1)
    print(f"{a} finished")


if __name__ == "__main__":
    asyncio.run(main())
