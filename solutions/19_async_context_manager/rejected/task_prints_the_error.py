# fails: test_closes_after_an_error
# diagnosis: swallowed-exception
# task catches its error and prints it itself; nothing comes out of it.
import asyncio


class Connection:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    try:
        async with Connection(name, delay):
            if not ok:
                raise RuntimeError(f"{name} broke")
            print(f"{name} used")
    except RuntimeError as error:
        print(f"error: {error}")


async def main() -> None:
    await asyncio.gather(task("A", 1, True), task("B", 2, False))


if __name__ == "__main__":
    asyncio.run(main())
