# fails: test_task_prints_and_waits
# diagnosis: handled-late
# Collects the lines in a list that main prints when both have ended; each line was due when it happened.

import asyncio

output = []


async def task(name, delay):
    output.append(f"{name} started")
    await asyncio.sleep(delay)
    output.append(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
    for line in output:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
