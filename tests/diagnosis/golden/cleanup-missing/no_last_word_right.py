"""It has a clause for that, and lets the cancellation go on."""

import asyncio


async def sing(bird: str) -> None:
    print(f"{bird} sings")
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(f"{bird} is silent")
        raise


async def main() -> None:
    task = asyncio.create_task(sing("wren"))
    await asyncio.sleep(2)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
