# fails: test_never_blocks
# diagnosis: gather-misuse
# gather lets the first error out and the other task go on: right here, as A has ended by then.
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
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    try:
        await asyncio.gather(task("A", 1, True), task("B", 2, False))
    except RuntimeError as error:
        print(f"error: {error}")


if __name__ == "__main__":
    asyncio.run(main())
