# fails: test_never_polls
# diagnosis: blocking-call
# A threading.Event: its wait blocks the thread on which main would have to open it.
import asyncio
import threading


async def task(name: str, gate) -> None:
    print(f"{name} ready")
    gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = threading.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
