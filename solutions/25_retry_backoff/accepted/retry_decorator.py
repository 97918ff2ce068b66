"""A decorator of the learner's own that retries any coroutine function."""

import asyncio
import functools

from given import Service


def retry(error_type):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(service, attempts):
            for attempt in range(1, attempts + 1):
                try:
                    return await function(service, attempts)
                except error_type:
                    if attempt == attempts:
                        raise
                    await asyncio.sleep(1 << (attempt - 1))

        return wrapper

    return decorate


@retry(ConnectionError)
async def task(service, attempts):
    return await service.call()


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
