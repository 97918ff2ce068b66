import asyncio


async def brew(what, minutes):
    await asyncio.sleep(minutes)
    print(f"{what} is ready")


async def main():
    tea = asyncio.create_task(brew("tea", 3))
    await asyncio.sleep(2)
    print("table laid")
    await asyncio.gather(tea, brew("coffee", 1))

if __name__ == "__main__":
    asyncio.run(main())
