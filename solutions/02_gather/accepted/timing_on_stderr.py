"""Measures itself and logs to standard error, which is free."""

import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s")
log = logging.getLogger(__name__)


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    log.info("%s will take %s s", name, delay)
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    begin = time.perf_counter()
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
    print(f"took {time.perf_counter() - begin:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    asyncio.run(main())
