# The results are sorted by their values.
# line: 15

import asyncio


async def weigh(name):
    await asyncio.sleep(len(name))
    return name


async def main():
    tasks = [asyncio.create_task(weigh(name)) for name in ("pear", "fig", "apple")]
    done, _ = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done))


if __name__ == "__main__":
    asyncio.run(main())
