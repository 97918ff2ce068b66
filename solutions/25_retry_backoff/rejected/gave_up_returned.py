# fails: test_lets_the_last_error_out
# diagnosis: swallowed-exception
# task returns "gave up" in place of letting the error out.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt == attempts - 1:
                return "gave up"
            await asyncio.sleep(2**attempt)


async def main():
    first, second = await asyncio.gather(task(Service(2), 3), task(Service(9), 3))
    print(f"first: {first}")
    print(f"second: {second}")


if __name__ == "__main__":
    asyncio.run(main())
