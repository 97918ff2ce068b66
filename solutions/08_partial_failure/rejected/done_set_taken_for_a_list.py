# fails: test_lines_in_the_order_asked
# diagnosis: output-order
# The outcomes are read from the set that asyncio.wait gives; a set has no order, so it is luck when the lines have one.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main():
    tasks = [
        asyncio.create_task(task("A", 1, True)),
        asyncio.create_task(task("B", 2, False)),
        asyncio.create_task(task("C", 3, True)),
    ]
    done, pending = await asyncio.wait(tasks)
    for ended in done:
        print(ended.exception() or ended.result())


if __name__ == "__main__":
    asyncio.run(main())
