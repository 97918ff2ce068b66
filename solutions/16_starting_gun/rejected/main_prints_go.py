# fails: test_task_waits_for_the_gate
# diagnosis: hard-coded-output
# main prints the three lines at t=2; task is done when it is ready.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")


async def main() -> None:
    gate = asyncio.Event()
    await asyncio.gather(task("A", gate), task("B", gate), task("C", gate))
    await asyncio.sleep(2)
    gate.set()
    print("A go")
    print("B go")
    print("C go")


if __name__ == "__main__":
    asyncio.run(main())
