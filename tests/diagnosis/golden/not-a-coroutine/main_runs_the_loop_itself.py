# line: 11
import asyncio


async def count(n):
    for i in range(n):
        await asyncio.sleep(1)
        print(i)


def main():
    loop = asyncio.get_event_loop()
    loop.run_until_complete(count(3))


if __name__ == "__main__":
    main()
