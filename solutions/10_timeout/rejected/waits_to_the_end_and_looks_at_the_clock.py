# fails: test_each_has_its_own_limit
# diagnosis: timeout-misuse
# There is no limit: main waits the whole time and then says of what took longer than 2 s that it timed out.

import asyncio
import time


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    start = time.monotonic()
    answer = await task(name, delay)
    if time.monotonic() - start > 2:
        print(f"{name} timed out")
    else:
        print(answer)


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
