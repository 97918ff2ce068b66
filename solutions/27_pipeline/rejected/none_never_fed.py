# fails: test_main_joins_the_stages
# diagnosis: queue-deadlock
# main feeds the six numbers and forgets None; the stages wait for a seventh.
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
    q1, q2, q3, q4 = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for number in range(1, 7):
        await q1.put(number)
    await asyncio.gather(task("cut", 1, q1, q2), task("paint", 2, q2, q3), task("pack", 1, q3, q4))
    shipped = [q4.get_nowait() for _ in range(6)]
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
