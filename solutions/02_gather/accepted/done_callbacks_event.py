"""Done-callbacks count down; the last one sets an Event for which main waits."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    all_done = asyncio.Event()
    open_tasks = set()

    def ended(t):
        open_tasks.discard(t)
        if not open_tasks:
            all_done.set()

    tasks = [
        asyncio.create_task(task("Task A", 2)),
        asyncio.create_task(task("Task B", 1)),
    ]
    open_tasks.update(tasks)
    for t in tasks:
        t.add_done_callback(ended)

    await all_done.wait()
    for t in tasks:
        t.result()


if __name__ == "__main__":
    asyncio.run(main())
