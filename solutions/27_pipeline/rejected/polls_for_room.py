# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# The stage asks with sleep(0) whether there is room, in place of awaiting put.
import asyncio


async def task(name, work, inbox, outbox):
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        while outbox.full():
            await asyncio.sleep(0)
        outbox.put_nowait(item)
    await outbox.put(None)


async def main():
    q1 = asyncio.Queue()
    q2 = asyncio.Queue(maxsize=1)
    q3 = asyncio.Queue(maxsize=1)
    q4 = asyncio.Queue()
    for number in range(1, 7):
        await q1.put(number)
    await q1.put(None)
    await asyncio.gather(task("cut", 1, q1, q2), task("paint", 2, q2, q3), task("pack", 1, q3, q4))
    shipped = []
    while not q4.empty():
        item = q4.get_nowait()
        if item is not None:
            shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
