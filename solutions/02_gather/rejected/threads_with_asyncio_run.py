# fails: test_never_blocks
# diagnosis: threads-instead-of-tasks
# Gives each task a thread with an event loop of its own and joins the threads, which blocks the loop of main.

import asyncio
import threading


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    threads = [
        threading.Thread(target=asyncio.run, args=(task("Task A", 2),)),
        threading.Thread(target=asyncio.run, args=(task("Task B", 1),)),
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


if __name__ == "__main__":
    asyncio.run(main())
