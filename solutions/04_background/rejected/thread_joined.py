# fails: test_leaves_nothing_behind
# diagnosis: threads-instead-of-tasks
# The task gets a thread with a loop of its own, and join() blocks the loop of main until it has ended.

import asyncio
import threading


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    results = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(task("report", 3))))
    thread.start()
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    thread.join()
    print(results[0])


if __name__ == "__main__":
    asyncio.run(main())
