# fails: test_starts_all_at_once
# diagnosis: sequential-awaits
# A is awaited first and waits for a gate that main would open only after it.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    await task("A", gate)
    await task("B", gate)
    await task("C", gate)
    await asyncio.sleep(2)
    gate.set()


if __name__ == "__main__":
    asyncio.run(main())
