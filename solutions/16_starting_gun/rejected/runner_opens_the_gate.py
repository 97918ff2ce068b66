# fails: test_task_waits_for_the_gate
# diagnosis: wrong-output
# task opens the gate itself, after two seconds, in place of waiting for it.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await asyncio.sleep(2)
    gate.set()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    await asyncio.gather(task("A", gate), task("B", gate), task("C", gate))


if __name__ == "__main__":
    asyncio.run(main())
