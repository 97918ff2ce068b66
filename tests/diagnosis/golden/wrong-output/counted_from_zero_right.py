import asyncio


class Lift:
    async def ride(self, floor):
        await asyncio.sleep(1)
        print("floor", floor)

    async def tour(self):
        for level in range(1, 4):
            await self.ride(level)
        print("all out")


async def main():
    await Lift().tour()
