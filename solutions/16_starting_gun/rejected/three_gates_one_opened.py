# fails: test_prints_the_six_lines
# diagnosis: never-signalled
# Each runner gets a gate of its own, and only the last one is opened.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    runners = []
    for name in "ABC":
        gate = asyncio.Event()
        runners.append(asyncio.create_task(task(name, gate)))
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
