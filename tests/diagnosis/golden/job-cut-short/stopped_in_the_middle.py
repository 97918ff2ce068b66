# A baker is sent home while a cake is in the oven.
# line: 23
import asyncio


class Baker:
    def __init__(self, cakes):
        self.cakes = cakes

    async def work(self):
        while self.cakes:
            cake = self.cakes.pop(0)
            print(cake, "in the oven")
            await asyncio.sleep(2)
            print(cake, "is ready")


async def main():
    baker = Baker(["plum cake", "apple pie", "bun"])
    working = asyncio.create_task(baker.work())
    await asyncio.sleep(3)
    print("closing time")
    working.cancel()
    await asyncio.wait([working])


if __name__ == "__main__":
    asyncio.run(main())
