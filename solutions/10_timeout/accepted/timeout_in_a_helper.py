"""A helper with asyncio.timeout round one task; gather runs two of them."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    try:
        async with asyncio.timeout(2):
            answer = await task(name, delay)
    except TimeoutError:
        print(f"{name} timed out")
    else:
        print(answer)


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
