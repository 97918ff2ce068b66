"""anyio's task group with a scope that stops the heartbeat."""

import asyncio

import anyio
from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    numbers = {}

    async def note(text):
        numbers[text] = await task(text)

    async with anyio.create_task_group() as outer:
        outer.start_soon(heartbeat)
        async with anyio.create_task_group() as inner:
            inner.start_soon(note, "spam")
            inner.start_soon(note, "eggs")
        outer.cancel_scope.cancel()
    for text in ("spam", "eggs"):
        print(text, numbers[text])


if __name__ == "__main__":
    asyncio.run(main())
