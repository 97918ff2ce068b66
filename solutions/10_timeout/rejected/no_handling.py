# fails: test_each_has_its_own_limit
# diagnosis: unhandled-error
# Nothing catches the TimeoutError, which leaves main.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    print(await asyncio.wait_for(task(name, delay), 2))


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
