import asyncio


def countdown(number):
    print(number)
    if number:
        countdown(number - 1)


async def main():
    await asyncio.sleep(1)
    countdown(2)


if __name__ == "__main__":
    asyncio.run(main())
