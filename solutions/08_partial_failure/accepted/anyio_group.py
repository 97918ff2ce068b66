"""A task group of anyio with helpers that catch the error."""

import asyncio

import anyio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    lines = {}

    async def run(name, delay, ok):
        try:
            lines[name] = await task(name, delay, ok)
        except RuntimeError as error:
            lines[name] = str(error)

    async with anyio.create_task_group() as tg:
        tg.start_soon(run, "A", 1, True)
        tg.start_soon(run, "B", 2, False)
        tg.start_soon(run, "C", 3, True)
    for name in "ABC":
        print(lines[name])


if __name__ == "__main__":
    asyncio.run(main())
