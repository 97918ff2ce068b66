import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    if name == "south":
        raise LookupError(f"{name} is not there")
    return f"{name} answered"


async def main():
    for answer in await asyncio.gather(ask("north", 2), ask("south", 1), return_exceptions=True):
        print(answer)


if __name__ == "__main__":
    asyncio.run(main())
