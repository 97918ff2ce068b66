# An executor is given a method that is a coroutine function.
# line: 17
import asyncio
from concurrent.futures import ThreadPoolExecutor


class Archive:
    async def pack(self, year):
        await asyncio.sleep(1)
        return f"{year}.zip"


async def main():
    archive = Archive()
    loop = asyncio.get_event_loop()
    with ThreadPoolExecutor() as pool:
        jobs = [loop.run_in_executor(pool, archive.pack, year) for year in (2001, 2002)]
        for done in await asyncio.gather(*jobs):
            print(done)


if __name__ == "__main__":
    asyncio.run(main())
