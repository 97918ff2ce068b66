# fails: test_task_holds_the_limit
# diagnosis: parameter-ignored
# task counts by itself with a Condition, always up to three; the semaphore it is given is never touched.
import asyncio
import given

running = 0
condition = asyncio.Condition()


async def task(number, limit):
    global running
    async with condition:
        await condition.wait_for(lambda: running < 3)
        running += 1
    try:
        return await given.download(number)
    finally:
        running -= 1
        async with condition:
            condition.notify()


async def main():
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
