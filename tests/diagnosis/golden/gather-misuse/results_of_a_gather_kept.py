# What gather gives is gone through as if it were the list of results.
# line: 13
import asyncio


async def measure(tree):
    await asyncio.sleep(1)
    return len(tree)


async def main():
    trees = ["oak", "birch", "fir"]
    heights = asyncio.gather(*(measure(tree) for tree in trees))
    await asyncio.sleep(0.5)
    print("measuring")


if __name__ == "__main__":
    asyncio.run(main())
