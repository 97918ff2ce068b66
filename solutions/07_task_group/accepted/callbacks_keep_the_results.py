"""Done-callbacks note the results; they are printed behind the block in the order of the names."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = {}
    async with asyncio.TaskGroup() as tg:
        for place, (name, delay) in enumerate((("A", 2), ("B", 1), ("C", 3))):
            t = tg.create_task(task(name, delay))
            t.add_done_callback(lambda ended, place=place: results.update({place: ended.result()}))
    for place in sorted(results):
        print(results[place])
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
