"""task calls itself with one attempt less and twice the delay."""

import asyncio

from given import Service


async def task(service, attempts, delay=1):
    try:
        return await service.call()
    except ConnectionError:
        if attempts <= 1:
            raise
    await asyncio.sleep(delay)
    return await task(service, attempts - 1, delay * 2)


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
