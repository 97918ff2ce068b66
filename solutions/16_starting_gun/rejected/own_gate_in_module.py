# fails: test_task_waits_for_the_gate
# diagnosis: parameter-ignored
# task waits for an event of the module, not for the one it is given; seen with another gate.
import asyncio

GATE = asyncio.Event()


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await GATE.wait()
    print(f"{name} go")


async def main() -> None:
    runners = [asyncio.create_task(task(name, GATE)) for name in "ABC"]
    await asyncio.sleep(2)
    GATE.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
