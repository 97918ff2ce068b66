# line: 8
import asyncio

opened = []


def save(path, lines):
    f = open(path, "w")
    opened.append(f)
    for line in lines:
        f.write(line + "\n")


def count(path):
    with open(path) as f:
        return len(f.readlines())


async def main():
    await asyncio.to_thread(save, "log.txt", ["one", "two"])
    print(await asyncio.to_thread(count, "log.txt"), "lines")


if __name__ == "__main__":
    asyncio.run(main())
