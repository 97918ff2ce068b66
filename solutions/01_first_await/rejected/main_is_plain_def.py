# fails: test_main_runs_task
# diagnosis: not-a-coroutine
# main is a plain def that calls asyncio.run itself, in place of a coroutine.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


def main():
    asyncio.run(task("Task A", 1))


if __name__ == "__main__":
    main()
