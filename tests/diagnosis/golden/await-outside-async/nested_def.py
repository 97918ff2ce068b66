# line: 7
import asyncio


async def main():
    def measure(name, seconds):
        await asyncio.sleep(seconds)
        print(name, "measured")

    await asyncio.gather(measure("height", 1), measure("width", 2))


if __name__ == "__main__":
    asyncio.run(main())
