# A joke is made once, and is to be told twice.
# line: 16
import asyncio


async def tell(joke):
    await asyncio.sleep(1)
    print(joke)


class Clown:
    def __init__(self):
        self.act = tell("Why did the chicken cross the road?")

    async def perform(self):
        await self.act


async def main():
    clown = Clown()
    for show in range(2):
        await clown.perform()


if __name__ == "__main__":
    asyncio.run(main())
