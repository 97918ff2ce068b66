"""A clumsy beginner with anyio's sleep and one variable for each number."""

import asyncio
import anyio

async def countdown(start, interval):
    x = start
    try:
        while True:
            if x == 0:
                break
            await anyio.sleep(interval)
            yield x
            x = x - 1
    finally:
        text = "countdown " + str(start) + " closed"
        print(text)

async def task(start):
    c = countdown(start, 1)
    counter = 0
    async for x in c:
        print(x)
        counter = counter + 1
        if counter == 2:
            await c.aclose()
            break
    print("task done")

async def main():
    numbers = []
    async for x in countdown(3, 1):
        numbers.append(x)
    print(numbers)
    await task(5)

if __name__ == "__main__":
    asyncio.run(main())
