# line: 21
import asyncio

numbers = None


async def count_down(start):
    try:
        while start:
            await asyncio.sleep(1)
            yield start
            start -= 1
    finally:
        print("engine off")


async def main():
    # two values are enough
    global numbers
    numbers = count_down(10)
    first = await numbers.__anext__()
    second = await numbers.__anext__()
    print(first, second)
    print("liftoff")


if __name__ == "__main__":
    asyncio.run(main())
