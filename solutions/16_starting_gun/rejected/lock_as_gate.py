# fails: test_never_polls
# diagnosis: lock-deadlock
# A lock serves as the gate: the runners come through one by one and keep it, so only A gets through.
import asyncio


async def task(name: str, gate: asyncio.Lock) -> None:
    print(f"{name} ready")
    await gate.acquire()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Lock()
    await gate.acquire()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.release()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
