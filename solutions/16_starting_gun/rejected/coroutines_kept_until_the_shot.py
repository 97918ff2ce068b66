# fails: test_starts_all_at_once
# diagnosis: coroutine-not-started
# The three coroutines are only made before the two seconds; they begin when gather gets them.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [task("A", gate), task("B", gate), task("C", gate)]
    await asyncio.sleep(2)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
