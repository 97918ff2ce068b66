# fails: test_next_begins_when_one_ends
# diagnosis: over-serialised
# The ten numbers are cut into three blocks, one for each worker; a worker whose block is done stays idle.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def download_block(block, limit):
    results = []
    for number in block:
        results.append(await task(number, limit))
    return results


async def main():
    limit = asyncio.Semaphore(3)
    blocks = [range(0, 4), range(4, 7), range(7, 10)]
    parts = await asyncio.gather(*[download_block(block, limit) for block in blocks])
    print(sum(parts, []))


if __name__ == "__main__":
    asyncio.run(main())
