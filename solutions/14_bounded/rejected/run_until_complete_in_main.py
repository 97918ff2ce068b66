# fails: test_main_calls_task
# diagnosis: nested-event-loop
# run_until_complete on the loop that runs main already; RuntimeError.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    loop = asyncio.get_event_loop()
    limit = asyncio.Semaphore(3)
    futures = [loop.create_task(task(i, limit)) for i in range(10)]
    results = loop.run_until_complete(asyncio.gather(*futures))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
