# The helper is a plain function and awaits.
# line: 8

import asyncio


def pause():
    await asyncio.sleep(1)


async def main():
    pause()
    print("rested")


if __name__ == "__main__":
    asyncio.run(main())
