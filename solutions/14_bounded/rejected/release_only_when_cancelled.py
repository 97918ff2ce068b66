# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# The learner thought of the cancellation, not of the failure: other exceptions leave without a release.
import asyncio
import given


async def task(number, limit):
    await limit.acquire()
    try:
        answer = await given.download(number)
        limit.release()
    except asyncio.CancelledError:
        limit.release()
        raise
    return answer


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(number, limit) for number in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
