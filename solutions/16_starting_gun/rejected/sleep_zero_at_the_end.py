# fails: test_waits_for_all
# diagnosis: sleep-instead-of-await
# sleep(0) at the end gives the runners one turn in place of waiting for them; wrong when they take longer.
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
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
