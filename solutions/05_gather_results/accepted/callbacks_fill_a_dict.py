"""Done-callbacks put the results into a dict; main awaits the tasks and prints by its own order."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


ORDER = ("tea", 3), ("coffee", 1), ("water", 2)


async def main():
    results = {}
    running = []
    for place, (item, delay) in enumerate(ORDER):
        t = asyncio.create_task(task(item, delay))
        t.add_done_callback(lambda ended, place=place: results.__setitem__(place, ended.result()))
        running.append(t)
    await asyncio.gather(*running)
    for place in range(3):
        print(results[place])


if __name__ == "__main__":
    asyncio.run(main())
