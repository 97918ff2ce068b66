import asyncio


async def measure(river):
    await asyncio.sleep(1)
    return len(river) * 10


async def report(river):
    depth = await measure(river)
    print(f"{river}: {depth} cm")


async def main():
    await asyncio.gather(report("Elbe"), report("Main"))


if __name__ == "__main__":
    asyncio.run(main())
