# fails: test_one_failure_stops_no_other
# diagnosis: hard-coded-output
# The helper says "B failed" for every error, as B fails in the example.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def guarded(name: str, delay: float, ok: bool) -> str:
    try:
        return await task(name, delay, ok)
    except RuntimeError:
        return "B failed"


async def main() -> None:
    lines = await asyncio.gather(guarded("A", 1, True), guarded("B", 2, False), guarded("C", 3, True))
    print("\n".join(lines))


if __name__ == "__main__":
    asyncio.run(main())
