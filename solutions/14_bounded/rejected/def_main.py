# fails: test_main_calls_task
# diagnosis: not-a-coroutine
# main is a plain function that starts a loop itself.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def run():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


def main():
    asyncio.run(run())


if __name__ == "__main__":
    main()
