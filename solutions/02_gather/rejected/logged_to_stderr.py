# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# Uses logging, which writes to standard error; standard output stays empty.

import asyncio
import logging

logging.basicConfig(level=logging.INFO, format="%(message)s")


async def task(name, delay):
    logging.info("%s started", name)
    await asyncio.sleep(delay)
    logging.info("%s finished", name)


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
