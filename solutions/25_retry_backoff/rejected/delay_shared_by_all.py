# fails: test_waits_twice_as_long_each_time
# diagnosis: shared-state-race
# The delay is one global variable for both services: each doubles it for the other too.
import asyncio

from given import Service

delay = 1


async def task(service, attempts):
    global delay
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(delay)
            delay = delay * 2


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
