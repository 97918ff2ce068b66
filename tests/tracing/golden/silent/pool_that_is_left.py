# What a pool of processes did was awaited; leaving the pool takes a moment, and holds nobody up.

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    with ProcessPoolExecutor(1) as pool:
        print(await asyncio.get_running_loop().run_in_executor(pool, pow, 3, 4))


if __name__ == "__main__":
    asyncio.run(main())
