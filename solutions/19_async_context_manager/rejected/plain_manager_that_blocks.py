# fails: test_never_blocks
# diagnosis: blocking-call
# A plain context manager with time.sleep: while A opens and closes, B cannot begin.
import asyncio
import time


class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    def __enter__(self):
        time.sleep(self.delay)
        print(f"{self.name} open")
        return self

    def __exit__(self, exc_type, exc, tb):
        time.sleep(0.5)
        print(f"{self.name} closed")


async def task(name, delay, ok):
    with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, RuntimeError):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
