# fails: test_one_failure_stops_no_other
# diagnosis: wrong-except
# try stands round create_task, which raises nothing; the error comes at the await, outside of it.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    tasks = []
    for job in [("A", 1, True), ("B", 2, False), ("C", 3, True)]:
        try:
            tasks.append(asyncio.create_task(task(*job)))
        except RuntimeError as e:
            print(e)
    for t in tasks:
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
