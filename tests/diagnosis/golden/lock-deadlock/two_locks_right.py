import asyncio


async def cook(pan: asyncio.Lock, knife: asyncio.Lock) -> None:
    async with pan:
        await asyncio.sleep(1)
        async with knife:
            print("cooked")


async def cut(pan: asyncio.Lock, knife: asyncio.Lock) -> None:
    async with pan:
        await asyncio.sleep(1)
        async with knife:
            print("cut")


async def main() -> None:
    pan, knife = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(cook(pan, knife), cut(pan, knife))


if __name__ == "__main__":
    asyncio.run(main())
