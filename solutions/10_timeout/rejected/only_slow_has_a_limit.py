# fails: test_each_has_its_own_limit
# diagnosis: timeout-misuse
# Only slow is given a limit; when fast is late, main waits for it all the same.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def fast() -> None:
    print(await task("fast", 1))


async def slow() -> None:
    try:
        print(await asyncio.wait_for(task("slow", 10), 2))
    except TimeoutError:
        print("slow timed out")


async def main() -> None:
    await asyncio.gather(fast(), slow())


if __name__ == "__main__":
    asyncio.run(main())
