# The numbers come from the loop; the coroutine that prints them is right.
# line: 13

import asyncio


class Lift:
    async def ride(self, floor):
        await asyncio.sleep(1)
        print("floor", floor)

    async def tour(self):
        for level in range(3):
            await self.ride(level)
        print("all out")


async def main():
    await Lift().tour()
