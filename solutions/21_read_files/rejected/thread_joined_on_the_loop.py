# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# The file is read in a thread, but join() makes the event loop's thread wait for it.
import asyncio
import threading

from given import FILES


async def task(path):
    result = []

    def read():
        with open(path, encoding="utf-8") as f:
            result.append(len(f.readlines()))

    t = threading.Thread(target=read)
    t.start()
    t.join()
    return result[0]


async def main():
    tasks = []
    for path in FILES:
        tasks.append(asyncio.create_task(task(path)))
    total = 0
    for path, t in zip(FILES, tasks):
        count = await t
        total += count
        print(f"{path.name}: {count} lines")
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
