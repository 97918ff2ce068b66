# line: 6
import asyncio


class Bell:
    def __init__(self, times, pause):
        self.times = times

    async def ring(self):
        for _ in range(self.times):
            await asyncio.sleep(1)
            print("ding")


async def main():
    await Bell(2, 3).ring()


asyncio.run(main())
