# fails: test_never_polls
# diagnosis: busy-polling
# task sleeps 100 ms and looks at the gate, again and again, in place of waiting for it.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    while not gate.is_set():
        await asyncio.sleep(0.1)
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "ABC"]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
