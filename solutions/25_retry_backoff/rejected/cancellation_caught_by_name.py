# fails: test_cancellation_goes_out
# diagnosis: cancel-swallowed
# CancelledError is listed among the errors to retry. Seen when task is cancelled.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts - 1):
        try:
            return await service.call()
        except (ConnectionError, asyncio.CancelledError):
            await asyncio.sleep(2**attempt)
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
