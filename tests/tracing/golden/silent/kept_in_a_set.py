# The documentation's own way to leave a task to itself: it is kept until it has ended.

import asyncio

background = set()


async def note(visitor):
    await asyncio.sleep(0.2)
    print("noted:", visitor)


async def main():
    for visitor in ("Ida", "Jon"):
        task = asyncio.create_task(note(visitor))
        background.add(task)
        task.add_done_callback(background.discard)
    await asyncio.sleep(1)
    print("open for", 1, "s")


asyncio.run(main())
