# fails: test_task_waits_for_the_gate
# diagnosis: timeout-misuse
# task waits three seconds at most and then goes without the signal; seen when the gate opens later.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    try:
        await asyncio.wait_for(gate.wait(), timeout=3)
    except asyncio.TimeoutError:
        pass
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
