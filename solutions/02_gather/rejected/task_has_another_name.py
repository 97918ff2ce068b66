# fails: test_main_calls_task
# diagnosis: missing-function
# The coroutine is called worker; there is no task in the file.

import asyncio


async def worker(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(worker("Task A", 2), worker("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
