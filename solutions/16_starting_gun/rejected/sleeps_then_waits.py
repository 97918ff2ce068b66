# fails: test_task_waits_for_the_gate
# diagnosis: wrong-output
# task sleeps for two seconds before it waits for the gate; with a gate that opens earlier it is late.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await asyncio.sleep(2)
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
