"""A loop without end, a delay that doubles, and two tasks that are awaited with try."""

import asyncio

import given


async def task(service: given.Service, attempts: int) -> str:
    delay = 1
    while True:
        try:
            return await service.call()
        except ConnectionError:
            attempts -= 1
            if attempts == 0:
                raise
        await asyncio.sleep(delay)
        delay *= 2


async def main() -> None:
    tasks = {
        "first": asyncio.create_task(task(given.Service(2), 3)),
        "second": asyncio.create_task(task(given.Service(9), 3)),
    }
    await asyncio.wait(tasks.values())
    for name, t in tasks.items():
        try:
            print(f"{name}: {t.result()}")
        except ConnectionError:
            print(f"{name}: gave up")


if __name__ == "__main__":
    asyncio.run(main())
