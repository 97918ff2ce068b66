"""An exit stack holds what is to be said at the end."""

import asyncio
from contextlib import AsyncExitStack


async def say(line):
    print(line)


async def task(name: str) -> None:
    async with AsyncExitStack() as stack:
        await say(f"{name} opened")
        stack.push_async_callback(say, f"{name} closed")
        while True:
            await asyncio.sleep(1)
            await say(f"{name} tick")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    asyncio.get_running_loop().call_later(2.5, worker.cancel)
    try:
        await worker
    except asyncio.CancelledError:
        await say("main done")


if __name__ == "__main__":
    asyncio.run(main())
