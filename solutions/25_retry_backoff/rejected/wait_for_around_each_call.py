# fails: test_tries_until_it_answers
# diagnosis: timeout-misuse
# A limit for each call that nobody asked for: a service that takes longer than 1 second is given up. Seen with a slow one.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts - 1):
        try:
            return await asyncio.wait_for(service.call(), 1)
        except ConnectionError:
            await asyncio.sleep(2**attempt)
    return await asyncio.wait_for(service.call(), 1)


async def main():
    first, second = await asyncio.gather(task(Service(2), 3), task(Service(9), 3), return_exceptions=True)
    for name, result in (("first", first), ("second", second)):
        if isinstance(result, ConnectionError):
            print(f"{name}: gave up")
        elif isinstance(result, BaseException):
            raise result
        else:
            print(f"{name}: {result}")


if __name__ == "__main__":
    asyncio.run(main())
