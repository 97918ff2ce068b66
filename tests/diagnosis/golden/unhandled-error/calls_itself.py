# A function calls itself without an end.
# line: 9

import asyncio


def countdown(number):
    print(number)
    countdown(number - 1)


async def main():
    await asyncio.sleep(1)
    countdown(2)


if __name__ == "__main__":
    asyncio.run(main())
