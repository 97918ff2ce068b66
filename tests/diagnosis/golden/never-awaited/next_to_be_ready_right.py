import asyncio


async def visit(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} is back"


async def main():
    trips = [visit("Ida", 2), visit("Ole", 1)]
    for earliest in asyncio.as_completed(trips):
        print("who?")
        print(await earliest)

if __name__ == "__main__":
    asyncio.run(main())
