"""An async generator gives the numbers of the tries and waits between them."""

import asyncio

from given import Service


async def tries(attempts):
    yield attempts == 1
    for n in range(1, attempts):
        await asyncio.sleep(2 ** (n - 1))
        yield n == attempts - 1


async def task(service, attempts):
    async for last in tries(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if last:
                raise


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
