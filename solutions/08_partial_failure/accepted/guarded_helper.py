"""A helper awaits task and turns the error into its text; gather gets only helpers, which never fail."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def outcome(name: str, delay: float, ok: bool) -> str:
    try:
        return await task(name, delay, ok)
    except RuntimeError as error:
        return str(error)


async def main() -> None:
    for line in await asyncio.gather(outcome("A", 1, True), outcome("B", 2, False), outcome("C", 3, True)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
