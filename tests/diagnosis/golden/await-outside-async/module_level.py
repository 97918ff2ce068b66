# line: 14
import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello", name)


async def main():
    await greet("Ann")


await main()
