import asyncio


async def dig(depth):
    await asyncio.sleep(1)
    raise ValueError(f"a stone at {depth} cm")


async def main():
    spade = asyncio.create_task(dig(30))
    try:
        await spade
    except ValueError as error:
        print(error)


asyncio.run(main())
