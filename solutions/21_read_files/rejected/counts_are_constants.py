# fails: test_prints_the_counts_in_order
# diagnosis: hard-coded-output
# main awaits the tasks and prints numbers that were looked up in an editor.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    await asyncio.gather(*[task(path) for path in FILES])
    print("animals.txt: 5 lines")
    print("cities.txt: 3 lines")
    print("empty.txt: 0 lines")
    print("total: 8 lines")


if __name__ == "__main__":
    asyncio.run(main())
