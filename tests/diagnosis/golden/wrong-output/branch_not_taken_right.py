import asyncio


async def tank(level):
    await asyncio.sleep(1)
    if level < 100:
        return f"warning: {level} litres left"
    return f"{level} litres"


async def main():
    for text in await asyncio.gather(tank(250), tank(90)):
        print(text)


asyncio.run(main())
