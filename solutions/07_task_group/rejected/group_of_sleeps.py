# fails: test_uses_a_task_group
# diagnosis: required-construct
# The group runs three sleeps for show; the tasks themselves are run by asyncio.wait.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    tasks = [asyncio.create_task(task(*job)) for job in (("A", 2), ("B", 1), ("C", 3))]
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(asyncio.sleep(0.1))
    await asyncio.wait(tasks)
    for t in tasks:
        print(t.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
