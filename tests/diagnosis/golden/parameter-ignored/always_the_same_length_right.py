import asyncio

DELAY = 2


class Kitchen:
    served = []


async def serve(dish, minutes):
    await asyncio.sleep(minutes)
    Kitchen.served.append(dish)
    print(f"{dish} served")


async def main():
    await asyncio.gather(serve("soup", 1), serve("stew", 3))
    print(len(Kitchen.served), "dishes")


if __name__ == "__main__":
    asyncio.run(main())
