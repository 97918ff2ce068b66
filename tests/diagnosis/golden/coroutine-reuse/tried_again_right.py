import asyncio

attempts = 0


async def knock():
    global attempts
    attempts += 1
    await asyncio.sleep(1)
    if attempts < 2:
        raise ConnectionError("nobody at home")
    return "come in"


async def patiently(function):
    while True:
        try:
            return await function()
        except ConnectionError as error:
            print(error)


async def main():
    print(await patiently(knock))


if __name__ == "__main__":
    asyncio.run(main())
