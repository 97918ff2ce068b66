# fails: test_prints_when_all_are_done
# diagnosis: output-order
# Helpers append the results as they come, so B stands before A.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = []

    async def run(name, delay):
        results.append(await task(name, delay))

    async with asyncio.TaskGroup() as tg:
        tg.create_task(run("A", 2))
        tg.create_task(run("B", 1))
        tg.create_task(run("C", 3))
    for r in results:
        print(r)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
