# fails: test_gate_stays_open
# diagnosis: never-signalled
# The gate is closed again right after it was opened; a runner that comes a little later waits for ever.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    gate.clear()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
