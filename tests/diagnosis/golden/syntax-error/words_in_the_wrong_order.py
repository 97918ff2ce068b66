# A function is begun with the two words the wrong way round.
# line: 7
import asyncio


class Lamp:
    def async blink(self, times):
        for _ in range(times):
            print("on")
            await asyncio.sleep(1)
            print("off")


async def main():
    await Lamp().blink(2)


if __name__ == "__main__":
    asyncio.run(main())
