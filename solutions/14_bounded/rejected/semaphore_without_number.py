# fails: test_prints_the_list
# diagnosis: over-serialised
# The number of places is forgotten; a Semaphore has one place unless told otherwise.
import asyncio
import given


class Downloads:
    def __init__(self):
        self.limit = asyncio.Semaphore()
        self.tasks = []

    def start(self, number):
        self.tasks.append(asyncio.create_task(task(number, self.limit)))

    async def finish(self):
        return [await t for t in self.tasks]


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    downloads = Downloads()
    for number in range(10):
        downloads.start(number)
    print(await downloads.finish())


if __name__ == "__main__":
    asyncio.run(main())
