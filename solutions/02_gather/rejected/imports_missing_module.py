# fails: test_main_calls_task
# diagnosis: import-error
# Imports a name that asyncio does not have, so the file cannot be loaded.

from asyncio import gather, run, sleep, run_together


async def task(name, delay):
    print(f"{name} started")
    await sleep(delay)
    print(f"{name} finished")


async def main():
    await gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    run(main())
