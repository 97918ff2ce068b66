# fails: test_main_asks_both_at_the_same_time
# diagnosis: sequential-awaits
# The second service is asked when the first has answered.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(2**attempt)


async def report(name, service):
    try:
        print(f"{name}: {await task(service, 3)}")
    except ConnectionError:
        print(f"{name}: gave up")


async def main():
    await report("first", Service(2))
    await report("second", Service(9))


if __name__ == "__main__":
    asyncio.run(main())
