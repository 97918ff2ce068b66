# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Try again, and wait longer each time."""

import asyncio

from given import Service


async def task(service: Service, attempts: int) -> str:
    """Call the service up to `attempts` times; wait 1, 2, 4, … seconds between the tries; return its answer."""
    # TODO: call, and after a ConnectionError wait and call again; the last error goes out


async def main() -> None:
    """Ask Service(2) and Service(9) at the same time, 3 attempts each, and print what became of each."""
    # TODO: run task(Service(2), 3) and task(Service(9), 3) at the same time, print "first: …" and "second: …"


if __name__ == "__main__":
    asyncio.run(main())
