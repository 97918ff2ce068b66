# fails: test_main_tells_what_became_of_each
# diagnosis: output-order
# Each line is printed when its service is done; with other failures the second comes first. Seen there.
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
    await asyncio.gather(report("first", Service(2)), report("second", Service(9)))


if __name__ == "__main__":
    asyncio.run(main())
