# fails: test_prints_the_list
# diagnosis: wrong-output
# A result of 0 is returned early, past the release: that place is lost and only two are left.
import asyncio
import given


async def task(number, limit):
    await limit.acquire()
    result = 0
    try:
        result = await given.download(number)
    except BaseException:
        limit.release()
        raise
    if not result:
        return result  # nothing more to do
    limit.release()
    return result


async def main():
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(n, limit) for n in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
