"""The delays are a list: one less than there are tries; the error is kept and raised behind the loop."""

import asyncio

from given import Service


async def task(service: Service, attempts: int) -> str:
    delays = [2**n for n in range(attempts - 1)]
    for delay in [*delays, None]:
        try:
            return await service.call()
        except ConnectionError as error:
            last = error
            if delay is not None:
                await asyncio.sleep(delay)
    raise last


async def outcome(service):
    try:
        return await task(service, 3)
    except ConnectionError:
        return "gave up"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(outcome(Service(2)))
        second = group.create_task(outcome(Service(9)))
    print("first:", first.result())
    print("second:", second.result())


if __name__ == "__main__":
    asyncio.run(main())
