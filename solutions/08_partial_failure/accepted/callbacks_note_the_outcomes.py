"""A callback notes each outcome under its place; main waits for all and prints by place."""

import asyncio
from functools import partial


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


JOBS = [("A", 1, True), ("B", 2, False), ("C", 3, True)]


async def main():
    lines = {}

    def note(place, ended):
        error = ended.exception()
        lines[place] = ended.result() if error is None else str(error)

    running = []
    for place, job in enumerate(JOBS):
        t = asyncio.create_task(task(*job))
        t.add_done_callback(partial(note, place))
        running.append(t)
    await asyncio.gather(*running, return_exceptions=True)
    for place in range(len(JOBS)):
        print(lines[place])


if __name__ == "__main__":
    asyncio.run(main())
