"""Results are sent into a memory stream of anyio, and main reads it to its end."""

import asyncio

import anyio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    send, receive = anyio.create_memory_object_stream(3)

    async def cook(stream, item, delay):
        async with stream:
            await stream.send(await task(item, delay))

    async with anyio.create_task_group() as tg:
        async with send:
            for order in ("tea", 3), ("coffee", 1), ("water", 2):
                tg.start_soon(cook, send.clone(), *order)
        async with receive:
            async for result in receive:
                print(result)


if __name__ == "__main__":
    asyncio.run(main())
