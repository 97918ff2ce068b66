"""One failure need not stop the others."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    """Wait `delay` seconds; return "NAME ok", or raise RuntimeError("NAME failed") when `ok` is false."""
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    """Run A (1 second, ok), B (2 seconds, fails) and C (3 seconds, ok) at the same time; print what became of each."""
    # With `return_exceptions` an error is an outcome like any other: it takes its place in the list, and gather waits
    # for all three. Without it gather would raise B's error at 2 s, and nobody would wait for C, still under way.
    outcomes = await asyncio.gather(
        task("A", 1, True),
        task("B", 2, False),
        task("C", 3, True),
        return_exceptions=True,
    )
    # An error that nobody looks at would be lost without a word: here its text is printed, as a result would be.
    for outcome in outcomes:
        print(outcome)


if __name__ == "__main__":
    asyncio.run(main())
