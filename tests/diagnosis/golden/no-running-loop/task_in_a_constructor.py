# line: 8
import asyncio


class Clock:
    def __init__(self):
        self.ticks = 0
        self.task = asyncio.create_task(self.tick())

    async def tick(self):
        while self.ticks < 3:
            await asyncio.sleep(1)
            self.ticks += 1


clock = Clock()


async def main():
    await clock.task
    print(clock.ticks, "ticks")


if __name__ == "__main__":
    asyncio.run(main())
