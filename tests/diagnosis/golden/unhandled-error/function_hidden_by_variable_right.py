import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    task = asyncio.create_task(bake("bread", 3))
    await task


if __name__ == "__main__":
    asyncio.run(main())
