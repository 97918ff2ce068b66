# Two tasks take two locks, each in its own order.
# line: 16
import asyncio


async def cook(pan: asyncio.Lock, knife: asyncio.Lock) -> None:
    async with pan:
        await asyncio.sleep(1)
        async with knife:
            print("cooked")


async def cut(pan: asyncio.Lock, knife: asyncio.Lock) -> None:
    async with knife:
        await asyncio.sleep(1)
        async with pan:
            print("cut")


async def main() -> None:
    pan, knife = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(cook(pan, knife), cut(pan, knife))


if __name__ == "__main__":
    asyncio.run(main())
