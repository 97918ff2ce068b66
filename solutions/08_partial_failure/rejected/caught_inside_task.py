# fails: test_task_returns_or_raises
# diagnosis: swallowed-exception
# task raises the error and catches it itself, so that it returns a text after all.

import asyncio


async def task(name, delay, ok):
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise RuntimeError(f"{name} failed")
        return f"{name} ok"
    except RuntimeError as e:
        return str(e)


async def main():
    for line in await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
