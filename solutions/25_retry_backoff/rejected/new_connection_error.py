# fails: test_lets_the_last_error_out
# diagnosis: wrong-output
# A ConnectionError of the learner's own, not the one that the service raised. Seen by the error's text and kind.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError as error:
            if attempt == attempts - 1:
                raise ConnectionError(f"gave up after {attempts} attempts") from error
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
