# Each task prints its own result when it is there; main was to print them, in the order of the shelves.
# line: 10

import asyncio


async def count(shelf, seconds):
    await asyncio.sleep(seconds)
    books = len(shelf)
    print(f"{shelf}: {books} books")


async def main():
    await asyncio.gather(count("poems", 2), count("maps", 1))


if __name__ == "__main__":
    asyncio.run(main())
