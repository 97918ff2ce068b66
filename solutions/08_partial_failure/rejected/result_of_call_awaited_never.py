# fails: test_main_calls_task
# diagnosis: never-awaited
# task is called in a try as if it ran there; the coroutines are printed and never awaited.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    for job in [("A", 1, True), ("B", 2, False), ("C", 3, True)]:
        try:
            print(task(*job))
        except RuntimeError as e:
            print(e)


if __name__ == "__main__":
    asyncio.run(main())
