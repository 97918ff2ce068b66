import asyncio

names = ["Jo", "Al"]


async def main():
    for name in names:
        await asyncio.sleep(1)
        print(name)


if __name__ == "__main__":
    print("see main")
    asyncio.run(main())
