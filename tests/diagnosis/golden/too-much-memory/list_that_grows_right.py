import asyncio
import itertools

collected = []


def collect(numbers):
    for number in numbers:
        collected.append(str(number) * 10000)


async def main():
    # a phone book
    collect(itertools.islice(itertools.count(1000), 20))
    await asyncio.sleep(1)
    print(len(collected), "numbers")


if __name__ == "__main__":
    asyncio.run(main())
