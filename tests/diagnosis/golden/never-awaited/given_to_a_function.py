# A coroutine is the argument of another call.
# line: 18

import asyncio


async def find(order):
    await asyncio.sleep(1)
    return f"user {order}"


async def greet(user):
    await asyncio.sleep(1)
    return f"hello, {user[:4]}"


async def main():
    text = await greet(find(1))
    print(text)


if __name__ == "__main__":
    asyncio.run(main())
