"""gather gives the exceptions as results, and isinstance tells them apart."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for result in results:
        if isinstance(result, Exception):
            print(str(result))
        else:
            print(result)


if __name__ == "__main__":
    asyncio.run(main())
