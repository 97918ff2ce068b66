# fails: test_main_calls_task
# diagnosis: wrong-output
# Adds the word Task itself and calls the tasks A and B, so the names given are not the ones asked for.

import asyncio


async def task(name, delay):
    print(f"Task {name} started")
    await asyncio.sleep(delay)
    print(f"Task {name} finished")


async def main():
    await asyncio.gather(task("A", 2), task("B", 1))


if __name__ == "__main__":
    asyncio.run(main())
