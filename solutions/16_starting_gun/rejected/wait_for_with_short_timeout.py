# fails: test_task_waits_for_the_gate
# diagnosis: busy-polling
# wait_for with 50 ms in a loop is polling too: the time-out wakes the task twenty times a second.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    while True:
        try:
            await asyncio.wait_for(gate.wait(), 0.05)
            break
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
