# fails: test_tasks_overlap
# diagnosis: threads-instead-of-tasks
# The sleep is in a thread, but join() waits for it on the event loop's thread.

import asyncio
import threading
import time


async def task(name, delay):
    print(f"{name} started")
    t = threading.Thread(target=time.sleep, args=(delay,))
    t.start()
    t.join()
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
