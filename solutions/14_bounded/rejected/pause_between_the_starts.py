# fails: test_prints_the_list
# diagnosis: sleep-instead-of-await
# main waits half a second between two starts, so that places stay empty.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        tasks.append(asyncio.create_task(task(number, limit)))
        await asyncio.sleep(0.5)  # give it time to start
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
