import asyncio


async def forecast():
    await asyncio.sleep(1)
    return "rain"


async def main():
    weather = "unknown"
    try:
        weather = await forecast()
    except RuntimeError as problem:
        print("no forecast:", problem)
    print(weather)


asyncio.run(main())
