# line: 10
import asyncio

# helper, so that everybody can call coroutines


def sync(coro):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coro)
    finally:
        loop.close()


async def double(n):
    await asyncio.sleep(1)
    return 2 * n


async def main():
    total = 0
    for n in (1, 2):
        total += sync(double(n))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
