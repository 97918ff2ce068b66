# What the limit raises is caught, and nobody is told that the cake is not done.
# line: 16

import asyncio


async def bake(cake):
    await asyncio.sleep(45)
    return f"{cake} is done"


async def main():
    print("oven on")
    try:
        print(await asyncio.wait_for(bake("cheese cake"), 30))
    except TimeoutError:
        pass
    print("oven off")


if __name__ == "__main__":
    asyncio.run(main())
