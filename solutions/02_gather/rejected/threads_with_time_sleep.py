# fails: test_main_calls_task
# diagnosis: threads-instead-of-tasks
# main starts two threads that print and sleep; task exists, but main never calls it.

import asyncio
import threading
import time


def worker(name, delay):
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def task(name, delay):
    await asyncio.to_thread(worker, name, delay)


async def main():
    a = threading.Thread(target=worker, args=("Task A", 2))
    b = threading.Thread(target=worker, args=("Task B", 1))
    a.start()
    b.start()
    a.join()
    b.join()


if __name__ == "__main__":
    asyncio.run(main())
