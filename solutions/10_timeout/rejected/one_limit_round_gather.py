# fails: test_each_has_its_own_limit
# diagnosis: timeout-misuse
# One limit round gather: when it is reached the fast answer, which was there, is lost.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def main() -> None:
    try:
        async with asyncio.timeout(2):
            for answer in await asyncio.gather(task("fast", 1), task("slow", 10)):
                print(answer)
    except TimeoutError:
        print("slow timed out")


if __name__ == "__main__":
    asyncio.run(main())
