"""Helpers wait for the one before them and then print their own line, so the order is kept."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def report(name: str, delay: float, ok: bool, before: asyncio.Event | None, after: asyncio.Event) -> None:
    try:
        line = await task(name, delay, ok)
    except RuntimeError as error:
        line = str(error)
    if before is not None:
        await before.wait()
    print(line)
    after.set()


async def main() -> None:
    first, second, third = asyncio.Event(), asyncio.Event(), asyncio.Event()
    await asyncio.gather(
        report("A", 1, True, None, first),
        report("B", 2, False, first, second),
        report("C", 3, True, second, third),
    )


if __name__ == "__main__":
    asyncio.run(main())
