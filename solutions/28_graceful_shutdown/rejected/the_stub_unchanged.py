# fails: test_main_starts_two_workers
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Finish the job in hand, then stop."""

import asyncio


async def task(name: str, stop: asyncio.Event) -> None:
    """Do jobs of 1 second, printing "NAME job N done" after each, until `stop` is set; then print "NAME stopped"."""
    # TODO: look at stop before each job; do jobs; say that it stopped


async def main() -> None:
    """Start A at 0 and B at 0.5 seconds, set `stop` at 2.25 seconds, wait for both, print "bye"."""
    # TODO: make the event, start the two workers, set the event, wait for the workers, print


if __name__ == "__main__":
    asyncio.run(main())
