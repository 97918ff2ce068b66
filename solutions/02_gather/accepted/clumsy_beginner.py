"""A beginner's long-winded version with many variables and useless returns."""

import asyncio
import time  # not needed any more

taskA = None
taskB = None


async def task(name, delay):
    name_text = str(name)
    start_text = name_text + " " + "started"
    end_text = name_text + " " + "finished"
    print(start_text)
    x = await asyncio.sleep(delay)
    print(end_text)
    return x


async def main():
    global taskA
    global taskB
    taskA = asyncio.create_task(task("Task A", 2))
    taskB = asyncio.create_task(task("Task B", 1))
    if taskA is not None and taskB is not None:
        resultA = await taskA
        resultB = await taskB
        return [resultA, resultB]


if __name__ == "__main__":
    asyncio.run(main())
