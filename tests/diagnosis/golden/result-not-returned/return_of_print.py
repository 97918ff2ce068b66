# print is returned, and print returns None.
# line: 11

import asyncio


async def main():
    await asyncio.sleep(1)
    answer = 6 * 7
    # give the answer back
    return print("the answer is", answer)


if __name__ == "__main__":
    asyncio.run(main())
