# line: 13
import asyncio


async def pages():
    for number in range(3):
        await asyncio.sleep(1)
        yield number


async def main():
    numbers = pages()
    print(anext(numbers))
    await numbers.aclose()


asyncio.run(main())
