import asyncio


async def main():
    await asyncio.sleep(1)
    print("started")


def start():
    asyncio.run(main())


if __name__ == "__main__":
    start()
