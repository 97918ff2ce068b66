# fails: test_prints_the_six_lines
# diagnosis: cross-thread
# A thread sets the event without call_soon_threadsafe: the loop is not told, and sleeps on.
import asyncio
import threading


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    threading.Timer(2, gate.set).start()
    await asyncio.gather(*(task(name, gate) for name in "ABC"))


if __name__ == "__main__":
    asyncio.run(main())
