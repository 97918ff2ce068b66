# fails: test_main_runs_three_stages
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Stages of work, joined by bounded queues."""

import asyncio


async def task(name: str, work: float, inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
    """Take each item from the inbox, work on it, print "NAME ITEM", put it into the outbox; pass None on and end."""
    # TODO: take, work, print, put, until None comes


async def main() -> None:
    """Send 1 to 6 through cut (1 second), paint (2 seconds) and pack (1 second), and print what was shipped."""
    # TODO: make the queues, run the three stages at the same time, feed, collect, print the list


if __name__ == "__main__":
    asyncio.run(main())
