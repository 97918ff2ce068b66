# fails: test_prints_the_two_lines
# diagnosis: wrong-output
# A third line tells how long it took, on standard output.

import asyncio
import time


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    begin = time.perf_counter()
    await task("Task A", 1)
    print(f"took {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    asyncio.run(main())
