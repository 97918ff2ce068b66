# fails: test_task_works_on_what_comes
# diagnosis: queue-deadlock
# `while not inbox.empty()`: paint and pack find nothing at the start and end at once; cut then waits for room for ever.
import asyncio


async def task(name, work, inbox, outbox):
    while not inbox.empty():
        item = await inbox.get()
        if item is None:
            break
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)
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
