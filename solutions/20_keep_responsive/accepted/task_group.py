"""Two task groups: the inner one for the work, the outer one for the heartbeat."""

import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    async with asyncio.TaskGroup() as outer:
        beating = outer.create_task(heartbeat())
        async with asyncio.TaskGroup() as inner:
            spam = inner.create_task(task("spam"))
            eggs = inner.create_task(task("eggs"))
        beating.cancel()
    print(f"spam {spam.result()}")
    print(f"eggs {eggs.result()}")


if __name__ == "__main__":
    asyncio.run(main())
