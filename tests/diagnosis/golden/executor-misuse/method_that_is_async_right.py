import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


class Archive:
    def pack(self, year):
        time.sleep(1)
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
