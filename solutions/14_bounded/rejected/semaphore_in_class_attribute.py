# fails: test_task_holds_the_limit
# diagnosis: parameter-ignored
# The class has a semaphore of its own; the limit given to task is passed on to nobody.
import asyncio
import given


class Downloader:
    semaphore = asyncio.Semaphore(3)

    async def get(self, number):
        async with self.semaphore:
            return await given.download(number)


downloader = Downloader()


async def task(number, limit):
    return await downloader.get(number)


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
