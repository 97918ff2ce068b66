# The class makes a loop and gives it the work; main waits for that on its own loop.
# line: 25

import asyncio


class Garden:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.tasks = []

    async def grow(self, plant):
        await asyncio.sleep(1)
        print(plant, "has grown")

    def sow(self, plant):
        self.tasks.append(self.loop.create_task(self.grow(plant)))


async def main():
    garden = Garden()
    garden.sow("bean")
    garden.sow("pea")
    for task in garden.tasks:
        await task
    print("harvest")


if __name__ == "__main__":
    asyncio.run(main())
