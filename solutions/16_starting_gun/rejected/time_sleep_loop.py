# fails: test_never_polls
# diagnosis: blocking-call
# The loop that looks at the gate sleeps with time.sleep; the first runner keeps the loop for ever.
import asyncio
import time


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    while not gate.is_set():
        time.sleep(0.1)
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
