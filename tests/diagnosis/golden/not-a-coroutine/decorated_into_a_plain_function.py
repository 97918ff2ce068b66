# line: 15
import asyncio


def announced(function):
    def wrapper():
        print("begins")
        result = function()
        print("ended")

    return wrapper


@announced
async def main():
    await asyncio.sleep(1)
    print("works")


if __name__ == "__main__":
    asyncio.run(main())
