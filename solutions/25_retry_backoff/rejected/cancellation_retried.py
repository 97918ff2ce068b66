# fails: test_cancellation_goes_out
# diagnosis: cancel-swallowed
# A bare except catches the cancellation too and tries again. Seen when task is cancelled.
import asyncio

from given import Service


async def task(service, attempts):
    attempt = 0
    while True:
        try:
            return await service.call()
        except:
            attempt += 1
            if attempt == attempts:
                raise
            await asyncio.sleep(2 ** (attempt - 1))


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
