# fails: test_lets_the_last_error_out
# diagnosis: swallowed-exception
# After the last try the loop just ends: task returns None in place of raising.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt < attempts - 1:
                await asyncio.sleep(2**attempt)


async def main():
    results = await asyncio.gather(task(Service(2), 3), task(Service(9), 3))
    for name, result in zip(["first", "second"], results):
        print(f"{name}: {result or 'gave up'}")


if __name__ == "__main__":
    asyncio.run(main())
