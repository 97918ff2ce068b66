# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    """Return slow_hash(text), without blocking the event loop."""
    # TODO: hand slow_hash over to a thread, return what it gives


async def main() -> None:
    """Hash "spam" and "eggs" at the same time while the heartbeat goes on, print both numbers."""
    # TODO: start the heartbeat, run task("spam") and task("eggs") at the same time
    # TODO: stop the heartbeat, wait until it has ended, print "spam HASH" and "eggs HASH"


if __name__ == "__main__":
    asyncio.run(main())
