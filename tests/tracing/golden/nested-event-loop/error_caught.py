# The error of the second loop is caught, and printed in small letters.
# line: 15

import asyncio


async def forecast():
    await asyncio.sleep(1)
    return "rain"


async def main():
    weather = "unknown"
    try:
        weather = asyncio.run(forecast())
    except RuntimeError as problem:
        print("no forecast:", problem)
    print(weather)


asyncio.run(main())
