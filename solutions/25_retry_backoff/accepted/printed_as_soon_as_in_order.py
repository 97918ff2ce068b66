"""Each line is printed by main as soon as it and the one before it are known."""

import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(2**attempt)


async def main():
    tasks = [asyncio.create_task(task(Service(n), 3)) for n in (2, 9)]
    for name, t in zip(["first", "second"], tasks):
        try:
            answer = await t
        except ConnectionError:
            answer = "gave up"
        print(f"{name}: {answer}")


if __name__ == "__main__":
    asyncio.run(main())
