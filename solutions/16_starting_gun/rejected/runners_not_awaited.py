# fails: test_waits_for_all
# diagnosis: lost-task
# main opens the gate and returns; the runners are cut off before they can go.
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


if __name__ == "__main__":
    asyncio.run(main())
