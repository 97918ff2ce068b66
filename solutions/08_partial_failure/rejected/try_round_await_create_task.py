# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# create_task and await stand together in each try, so only one task is there at a time.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    lines = []
    try:
        lines.append(await asyncio.create_task(task("A", 1, True)))
    except RuntimeError as e:
        lines.append(str(e))
    try:
        lines.append(await asyncio.create_task(task("B", 2, False)))
    except RuntimeError as e:
        lines.append(str(e))
    try:
        lines.append(await asyncio.create_task(task("C", 3, True)))
    except RuntimeError as e:
        lines.append(str(e))
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
