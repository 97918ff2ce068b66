# fails: test_never_polls
# diagnosis: blocking-call
# time.sleep in main keeps the loop for two seconds, so the runners are not even ready before the shot.
import asyncio
import time


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    time.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
