# What the loop gives is taken for a result.
# line: 15
import asyncio


async def visit(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} is back"


async def main():
    trips = [visit("Ida", 2), visit("Ole", 1)]
    for earliest in asyncio.as_completed(trips):
        print("who?")
        print(earliest)

if __name__ == "__main__":
    asyncio.run(main())
