# fails: test_uses_async_with
# diagnosis: required-construct
# The connection has methods open and close, called in try and finally; nothing is made for async with.
import asyncio


class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def open(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")

    async def close(self):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name, delay, ok):
    connection = Connection(name, delay)
    await connection.open()
    try:
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")
    finally:
        await connection.close()


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, RuntimeError):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
