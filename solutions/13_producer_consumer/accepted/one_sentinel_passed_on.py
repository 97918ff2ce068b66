"""One sentinel for all: whoever meets it puts it back for the next one."""

import asyncio

END = "end"


async def task(name, queue):
    while True:
        number = await queue.get()
        if number == END:
            await queue.put(END)
            return
        await asyncio.sleep(1)
        print(name, "did", number)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in [1, 2, 3, 4, 5, END]:
        queue.put_nowait(item)
    async with asyncio.TaskGroup() as group:
        group.create_task(task("worker 1", queue))
        group.create_task(task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
