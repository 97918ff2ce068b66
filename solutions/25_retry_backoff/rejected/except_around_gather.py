# fails: test_main_tells_what_became_of_each
# diagnosis: gather-misuse
# The failure of one leaves gather at once, and the answer of the other is lost.
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
    try:
        first, second = await asyncio.gather(task(Service(2), 3), task(Service(9), 3))
        print(f"first: {first}")
        print(f"second: {second}")
    except ConnectionError:
        print("second: gave up")


if __name__ == "__main__":
    asyncio.run(main())
