# fails: test_task_waits_for_the_gate
# diagnosis: sleep-instead-of-await
# task sleeps two seconds and does not look at the gate; wrong when the gate opens at another time.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await asyncio.sleep(2)
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
