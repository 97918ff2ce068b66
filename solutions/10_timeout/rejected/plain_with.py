# fails: test_main_calls_task
# diagnosis: sync-context-manager
# with in place of async with asyncio.timeout: TypeError.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    try:
        with asyncio.timeout(2):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
