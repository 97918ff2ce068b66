"""A class keeps the delays; awaiting next_delay() waits the next one."""

import asyncio

from given import Service


class Backoff:
    def __init__(self, start: float = 1, factor: float = 2) -> None:
        self.delay = start
        self.factor = factor

    async def wait(self) -> None:
        delay, self.delay = self.delay, self.delay * self.factor
        await asyncio.sleep(delay)


async def task(service: Service, attempts: int) -> str:
    backoff = Backoff()
    left = attempts
    while left:
        left -= 1
        try:
            answer = await service.call()
        except ConnectionError:
            if not left:
                raise
            await backoff.wait()
        else:
            return answer


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
