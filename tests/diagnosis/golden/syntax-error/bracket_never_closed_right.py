import asyncio


async def knock(door):
    await asyncio.sleep(1)
    print("knock at", door)


async def main():
    await asyncio.gather(
        knock("front"),
        knock("back"),
    )
    print("nobody there")


if __name__ == "__main__":
    asyncio.run(main())
