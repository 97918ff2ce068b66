# entry point: wash

import asyncio


async def wash(car, minutes):
    await asyncio.sleep(minutes)
    print(car, "washed")


async def main():
    await asyncio.gather(wash("red", minutes=2), wash("blue", minutes=1))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
