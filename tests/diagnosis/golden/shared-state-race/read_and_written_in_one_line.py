# line: 13
import asyncio

total = 0


async def price(item):
    await asyncio.sleep(1)
    return len(item)

async def add(item):
    global total
    total = total + await price(item)


async def main():
    await asyncio.gather(*(add(item) for item in ("tea", "coffee", "milk")))
    print("total:", total)


if __name__ == "__main__":
    asyncio.run(main())
