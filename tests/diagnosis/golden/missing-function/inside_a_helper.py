# main is defined inside the function that starts everything.
# line: 8

import asyncio


def start():
    async def main():
        await asyncio.sleep(1)
        print("started")

    asyncio.run(main())


if __name__ == "__main__":
    start()
