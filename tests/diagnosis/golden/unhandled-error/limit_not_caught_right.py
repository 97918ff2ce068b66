import asyncio

LIMIT = 2


async def develop(picture):
    await asyncio.sleep(3)
    return picture.upper()


async def main():
    print("dark room")
    try:
        async with asyncio.timeout(LIMIT):
            print(await develop("cat"))
    except TimeoutError:
        print("not developed in time")


if __name__ == "__main__":
    asyncio.run(main())
