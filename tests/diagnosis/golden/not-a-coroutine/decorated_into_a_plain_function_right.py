import asyncio


def announced(function):
    async def wrapper():
        print("begins")
        await function()
        print("ended")

    return wrapper


@announced
async def main():
    await asyncio.sleep(1)
    print("works")


if __name__ == "__main__":
    asyncio.run(main())
