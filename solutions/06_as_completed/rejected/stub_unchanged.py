# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""Each result is handled as soon as it is ready."""

import asyncio


async def task(item: str, delay: float) -> str:
    """Wait `delay` seconds and return "ITEM after DELAY s"."""
    # TODO: wait without blocking the event loop, return the text


async def main() -> None:
    """Run tea (3 seconds), coffee (1 second) and water (2 seconds) at once; print each result when it is ready."""
    # TODO: run task("tea", 3), task("coffee", 1) and task("water", 2) at the same time, print what each returns


if __name__ == "__main__":
    asyncio.run(main())
