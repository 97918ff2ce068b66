# fails: test_main_tells_what_became_of_each
# diagnosis: hard-coded-output
# main runs both and prints what the instructions say. Seen with other failures.
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
    await asyncio.gather(task(Service(2), 3), task(Service(9), 3), return_exceptions=True)
    print("first: answer")
    print("second: gave up")


if __name__ == "__main__":
    asyncio.run(main())
