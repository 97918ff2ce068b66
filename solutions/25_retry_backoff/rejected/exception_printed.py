# fails: test_main_tells_what_became_of_each
# diagnosis: wrong-output
# gather returns the exception among its results, and main prints its text.
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
    results = await asyncio.gather(task(Service(2), 3), task(Service(9), 3), return_exceptions=True)
    for name, result in zip(["first", "second"], results):
        print(f"{name}: {result}")


if __name__ == "__main__":
    asyncio.run(main())
