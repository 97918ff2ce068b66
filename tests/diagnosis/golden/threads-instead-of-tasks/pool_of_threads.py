# A pool of threads sleeps for the tasks.
# line: 15
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def grow(plant):
    time.sleep(2)
    return plant + " has grown"


async def main():
    with ThreadPoolExecutor(max_workers=3) as pool:
        for line in pool.map(grow, ["bean", "pea", "oak"]):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
