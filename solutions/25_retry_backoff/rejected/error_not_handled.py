# fails: test_main_tells_what_became_of_each
# diagnosis: unhandled-error
# main does not handle the error of the second service.
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


async def main():
    t1 = asyncio.create_task(task(Service(2), 3))
    t2 = asyncio.create_task(task(Service(9), 3))
    print(f"first: {await t1}")
    print(f"second: {await t2}")


if __name__ == "__main__":
    asyncio.run(main())
