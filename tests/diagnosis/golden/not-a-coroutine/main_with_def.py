# main is defined with def, and asyncio.run gets what it returns.
# line: 11

import asyncio


async def wait_a_little():
    await asyncio.sleep(1)


def main():
    asyncio.run(wait_a_little())
    print("waited")


if __name__ == "__main__":
    main()
