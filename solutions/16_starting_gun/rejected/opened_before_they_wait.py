# fails: test_prints_the_six_lines
# diagnosis: wrong-output
# The gate is opened before the runners start, so they do not wait at all.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    gate.set()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
