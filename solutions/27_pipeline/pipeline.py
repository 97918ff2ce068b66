"""Stages of work, joined by bounded queues."""

import asyncio


async def task(name: str, work: float, inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
    """Take each item from the inbox, work on it, print "NAME ITEM", put it into the outbox; pass None on and end."""
    # `is not None`: 0 and "" are items too, although they count as false.
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        # When the outbox is full this waits until the next stage takes something: the slow stage sets the pace.
        await outbox.put(item)
    # The next stage has to learn too that nothing more will come.
    await outbox.put(None)


async def main() -> None:
    """Send 1 to 6 through cut (1 second), paint (2 seconds) and pack (1 second), and print what was shipped."""
    orders, cut, painted, packed = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for item in (1, 2, 3, 4, 5, 6, None):
        orders.put_nowait(item)
    # All three work at the same time, each on another item.
    await asyncio.gather(
        task("cut", 1, orders, cut),
        task("paint", 2, cut, painted),
        task("pack", 1, painted, packed),
    )
    # The stages have ended, so everything is in the last queue, and None is the last of it.
    shipped = []
    while (item := await packed.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
