import asyncio


class Lamp:
    async def blink(self, times):
        for _ in range(times):
            print("on")
            await asyncio.sleep(1)
            print("off")


async def main():
    await Lamp().blink(2)


if __name__ == "__main__":
    asyncio.run(main())
