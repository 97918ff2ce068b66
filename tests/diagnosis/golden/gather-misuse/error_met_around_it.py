# line: 14
import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    if name == "south":
        raise LookupError(f"{name} is not there")
    return f"{name} answered"


async def main():
    try:
        for answer in await asyncio.gather(ask("north", 2), ask("south", 1)):
            print(answer)
    except LookupError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
