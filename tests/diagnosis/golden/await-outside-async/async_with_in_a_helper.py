# line: 9
import asyncio

lock = asyncio.Lock()
log = []


def write(line):
    async with lock:
        log.append(line)


async def worker(n):
    await asyncio.sleep(n)
    await write(f"worker {n}")


async def main():
    await asyncio.gather(worker(1), worker(2))
    print(log)


if __name__ == "__main__":
    asyncio.run(main())
