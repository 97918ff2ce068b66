# line: 20
import asyncio


async def lines(path):
    print("open", path)
    try:
        for n in range(100):
            await asyncio.sleep(0.1)
            yield f"line {n}"
    finally:
        print("close", path)


async def main():
    stream = lines("a.txt")
    async for line in stream:
        print(line)
        break
    stream.aclose()
    print("read")


if __name__ == "__main__":
    asyncio.run(main())
