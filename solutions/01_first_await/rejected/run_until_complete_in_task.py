# fails: test_task_prints_and_waits
# diagnosis: nested-event-loop
# task asks the running loop to run until the sleep is complete: RuntimeError after the first line.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    loop = asyncio.get_event_loop()
    loop.run_until_complete(asyncio.sleep(delay))
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
