# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# release stands in the else of the try: on success only.
import asyncio
import sys

import given


async def task(number, limit):
    await limit.acquire()
    try:
        result = await given.download(number)
    except Exception as error:
        print("download", number, "failed:", error, file=sys.stderr)
        raise
    else:
        limit.release()
        return result


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(n, limit)) for n in range(10)]
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
