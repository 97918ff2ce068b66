# fails: test_prints_the_six_lines
# diagnosis: never-signalled
# main waits for the runners before it opens the gate, so the line that opens it is never reached.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    await asyncio.gather(*(task(name, gate) for name in "ABC"))
    await asyncio.sleep(2)
    gate.set()


if __name__ == "__main__":
    asyncio.run(main())
