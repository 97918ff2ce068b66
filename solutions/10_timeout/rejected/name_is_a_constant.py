# fails: test_each_has_its_own_limit
# diagnosis: hard-coded-output
# The helper says "slow timed out", whichever task was late.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    try:
        print(await asyncio.wait_for(task(name, delay), 2))
    except TimeoutError:
        print("slow timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
