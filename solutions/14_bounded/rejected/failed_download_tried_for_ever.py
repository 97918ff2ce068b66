# fails: test_gives_the_place_back
# diagnosis: never-ends
# Every failure is swallowed and the download tried again inside the limit; the place of one that always fails never comes back.
import asyncio
import sys

import given


async def task(number, limit):
    async with limit:
        while True:
            try:
                return await given.download(number)
            except Exception as error:
                print("again:", error, file=sys.stderr)
                await asyncio.sleep(1)


async def main():
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
