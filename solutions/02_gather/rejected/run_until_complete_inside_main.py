# fails: test_main_calls_task
# diagnosis: nested-event-loop
# Asks the running loop to run until the tasks are complete; it is running already and raises RuntimeError, so main leaves them unfinished.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    loop = asyncio.get_event_loop()
    tasks = [loop.create_task(task("Task A", 2)), loop.create_task(task("Task B", 1))]
    loop.run_until_complete(asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
