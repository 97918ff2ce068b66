"""timeout_at with the time of the loop, and a look at expired()."""

import asyncio
from contextlib import suppress


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except BaseException:
        # whatever it is, close and let it go on
        print(f"{name} closed")
        raise


async def main() -> None:
    loop = asyncio.get_running_loop()
    with suppress(TimeoutError):
        async with asyncio.timeout_at(loop.time() + 2.5) as limit:
            await task("worker")
    if limit.expired():
        print("main done")


if __name__ == "__main__":
    asyncio.run(main())
