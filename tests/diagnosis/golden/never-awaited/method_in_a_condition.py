# line: 13
import asyncio


class Oven:
    async def is_hot(self) -> bool:
        await asyncio.sleep(1)
        return False


async def main() -> None:
    oven = Oven()
    if oven.is_hot():
        print("in with it")


if __name__ == "__main__":
    asyncio.run(main())
