# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""One failure need not stop the others."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    """Wait `delay` seconds; return "NAME ok", or raise RuntimeError("NAME failed") when `ok` is false."""
    # TODO: wait without blocking the event loop, then return or raise


async def main() -> None:
    """Run A (1 second, ok), B (2 seconds, fails) and C (3 seconds, ok) at the same time; print what became of each."""
    # TODO: run task("A", 1, True), task("B", 2, False) and task("C", 3, True) at the same time, let all of them end,
    # and print for each, in order, its result or the text of its error


if __name__ == "__main__":
    asyncio.run(main())
