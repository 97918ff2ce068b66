import asyncio


class Baker:
    def __init__(self, cakes):
        self.cakes = cakes
        self.open = True

    async def work(self):
        while self.cakes and self.open:
            cake = self.cakes.pop(0)
            print(cake, "in the oven")
            await asyncio.sleep(2)
            print(cake, "is ready")


async def main():
    baker = Baker(["plum cake", "apple pie", "bun"])
    working = asyncio.create_task(baker.work())
    await asyncio.sleep(3)
    print("closing time")
    baker.open = False
    await working


if __name__ == "__main__":
    asyncio.run(main())
