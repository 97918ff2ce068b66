import asyncio


class Crossing:
    def __init__(self):
        self.green = asyncio.Event()

    async def sensor(self, works):
        await asyncio.sleep(2)
        if not works:
            print("sensor broken")
        self.green.set()

    async def walk(self, person):
        await self.green.wait()
        print(person, "walks")


async def main():
    crossing = Crossing()
    await asyncio.gather(crossing.sensor(False), crossing.walk("Ed"), crossing.walk("Flo"))


if __name__ == "__main__":
    asyncio.run(main())
