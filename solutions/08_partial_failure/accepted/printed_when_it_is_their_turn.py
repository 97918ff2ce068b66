"""as_completed brings the outcomes; a line is printed as soon as all lines before it have been."""

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


JOBS = [("A", 1, True), ("B", 2, False), ("C", 3, True)]


async def numbered(number, job):
    try:
        return number, await task(*job)
    except RuntimeError as e:
        return number, e.args[0]


async def main():
    ready = {}
    next_number = 0
    for nearest in asyncio.as_completed([numbered(i, job) for i, job in enumerate(JOBS)]):
        number, text = await nearest
        ready[number] = text
        while next_number in ready:
            print(ready.pop(next_number))
            next_number += 1


if __name__ == "__main__":
    asyncio.run(main())
