# fails: test_asks_both_at_the_same_time
# diagnosis: sequential-awaits
# slow is asked when fast has answered, so it times out at 3 s.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    try:
        async with asyncio.timeout(2):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main() -> None:
    await ask("fast", 1)
    await ask("slow", 10)


if __name__ == "__main__":
    asyncio.run(main())
