import asyncio
import time


def dig():
    time.sleep(1)
    return "treasure"


class Pirate:
    async def search(self):
        loop = asyncio.get_running_loop()
        digging = loop.run_in_executor(None, dig)
        print(await digging)


async def main():
    await Pirate().search()


if __name__ == "__main__":
    asyncio.run(main())
