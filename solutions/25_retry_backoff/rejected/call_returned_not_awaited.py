# fails: test_tries_until_it_answers
# diagnosis: never-awaited
# `return service.call()` hands the coroutine out; it is never awaited where its error would be caught.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return service.call()
        except ConnectionError:
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
