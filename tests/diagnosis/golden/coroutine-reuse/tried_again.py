# A second attempt awaits the very coroutine that failed.
# line: 21

import asyncio

attempts = 0


async def knock():
    global attempts
    attempts += 1
    await asyncio.sleep(1)
    if attempts < 2:
        raise ConnectionError("nobody at home")
    return "come in"


async def patiently(coroutine):
    while True:
        try:
            return await coroutine
        except ConnectionError as error:
            print(error)


async def main():
    print(await patiently(knock()))


if __name__ == "__main__":
    asyncio.run(main())
