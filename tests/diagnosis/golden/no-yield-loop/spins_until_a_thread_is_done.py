# A loop asks for a future of a pool of threads, and does nothing else.
# line: 16
import asyncio
import time


def dig():
    time.sleep(1)
    return "treasure"


class Pirate:
    async def search(self):
        loop = asyncio.get_running_loop()
        digging = loop.run_in_executor(None, dig)
        while not digging.done():
            continue
        print(digging.result())


async def main():
    await Pirate().search()


if __name__ == "__main__":
    asyncio.run(main())
