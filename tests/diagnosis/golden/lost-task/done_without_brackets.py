# The loop that is to wait asks for the method, not for what it tells.
# line: 20
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
    while not soup.done or not roast.done:
        await asyncio.sleep(1)
    print("closed")


asyncio.run(main())
