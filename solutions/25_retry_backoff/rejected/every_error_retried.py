# fails: test_retries_connection_errors_only
# diagnosis: wrong-except
# `except Exception` retries what is no ConnectionError too. Seen with a service that fails otherwise.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except Exception:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(2**attempt)


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
