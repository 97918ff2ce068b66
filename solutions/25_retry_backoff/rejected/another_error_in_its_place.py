# fails: test_lets_the_last_error_out
# diagnosis: wrong-output
# A RuntimeError takes the place of the service's own error.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            await asyncio.sleep(2**attempt) if attempt < attempts - 1 else None
    raise RuntimeError("gave up")


async def report(name, service):
    try:
        return f"{name}: {await task(service, 3)}"
    except RuntimeError:
        return f"{name}: gave up"


async def main():
    for line in await asyncio.gather(report("first", Service(2)), report("second", Service(9))):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
