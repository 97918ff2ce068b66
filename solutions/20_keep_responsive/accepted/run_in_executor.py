"""The loop's own executor, by run_in_executor."""

import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
