import asyncio


class Kitchen:
    def __init__(self):
        self.plates = []

    async def cook(self, dish, minutes):
        await asyncio.sleep(minutes)
        self.plates.append(dish)
        print("served", dish)


async def main():
    kitchen = Kitchen()
    soup = asyncio.create_task(kitchen.cook("soup", 2))
    roast = asyncio.create_task(kitchen.cook("roast", 5))
    await asyncio.wait([soup, roast])
    print("closed")


asyncio.run(main())
