# fails: test_prints_the_four_lines
# diagnosis: wrong-output
# Prints the list that gather returns, which is two times None, after the four lines.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    results = await asyncio.gather(task("Task A", 2), task("Task B", 1))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
