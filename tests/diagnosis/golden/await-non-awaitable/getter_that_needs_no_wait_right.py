import asyncio


class Thermos:
    def __init__(self):
        self.litres = 1.0

    async def pour(self, litres):
        await asyncio.sleep(0.5)
        self.litres -= litres

    def left(self):
        return self.litres


async def main():
    thermos = Thermos()
    await thermos.pour(0.25)
    rest = thermos.left()
    print("left:", rest)


if __name__ == "__main__":
    asyncio.run(main())
