"""Try again, and wait longer each time."""

import asyncio

from given import Service


async def task(service: Service, attempts: int) -> str:
    """Call the service up to `attempts` times; wait 1, 2, 4, … seconds between the tries; return its answer."""
    # All tries but the last: only a ConnectionError is a reason to wait and try again.
    # A cancellation is no ConnectionError, so it passes through here untouched, as any other error does.
    for attempt in range(attempts - 1):
        try:
            return await service.call()
        except ConnectionError:
            await asyncio.sleep(2**attempt)
    # The last try has nothing to come after it: what it returns or raises is the outcome.
    return await service.call()


async def report(name: str, service: Service) -> str:
    # Each service's failure is dealt with where it happens, so neither can stop the other.
    try:
        return f"{name}: {await task(service, 3)}"
    except ConnectionError:
        return f"{name}: gave up"


async def main() -> None:
    """Ask Service(2) and Service(9) at the same time, 3 attempts each, and print what became of each."""
    for line in await asyncio.gather(report("first", Service(2)), report("second", Service(9))):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
