# fails: test_main_runs_three_stages
# diagnosis: queue-deadlock
# The first queue has size 1 too, and main fills it before anybody takes anything out.
import asyncio


async def task(name, work, inbox, outbox):
    while True:
        item = await inbox.get()
        if item is None:
            await outbox.put(None)
            break
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)


async def main():
    q1, q2, q3, q4 = asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for number in range(1, 7):
        await q1.put(number)
    await q1.put(None)
    await asyncio.gather(task("cut", 1, q1, q2), task("paint", 2, q2, q3), task("pack", 1, q3, q4))
    shipped = []
    while (item := await q4.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
