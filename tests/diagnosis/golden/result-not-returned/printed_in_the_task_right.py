import asyncio


async def count(shelf, seconds):
    await asyncio.sleep(seconds)
    books = len(shelf)
    return f"{shelf}: {books} books"


async def main():
    for line in await asyncio.gather(count("poems", 2), count("maps", 1)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
