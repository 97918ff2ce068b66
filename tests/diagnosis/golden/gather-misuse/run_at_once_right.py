import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


if __name__ == "__main__":
    asyncio.run(main())
