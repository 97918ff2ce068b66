import asyncio


async def tell(joke):
    await asyncio.sleep(1)
    print(joke)


class Clown:
    def __init__(self):
        self.joke = "Why did the chicken cross the road?"

    async def perform(self):
        await tell(self.joke)


async def main():
    clown = Clown()
    for show in range(2):
        await clown.perform()


if __name__ == "__main__":
    asyncio.run(main())
