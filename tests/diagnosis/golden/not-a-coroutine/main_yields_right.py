import asyncio

# the old way: yield in place of await


async def main():
    print("one")
    await asyncio.sleep(1)
    print("two")


if __name__ == "__main__":
    asyncio.run(main())
