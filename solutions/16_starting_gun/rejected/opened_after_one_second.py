# fails: test_prints_the_six_lines
# diagnosis: wrong-output
# The gate is opened after one second in place of two.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(1)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
