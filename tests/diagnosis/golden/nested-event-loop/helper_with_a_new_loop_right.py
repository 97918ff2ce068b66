import asyncio

# helper, so that everybody can call coroutines


async def sync(coro):
    return await coro


async def double(n):
    await asyncio.sleep(1)
    return 2 * n


async def main():
    total = 0
    for n in (1, 2):
        total += await sync(double(n))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
