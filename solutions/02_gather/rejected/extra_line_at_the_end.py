# fails: test_prints_the_four_lines
# diagnosis: wrong-output
# Prints a fifth line with the time taken, on standard output.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    start = time.perf_counter()
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
    end = time.perf_counter()
    print(f"Finished in {end - start:.2f} seconds")


if __name__ == "__main__":
    asyncio.run(main())
