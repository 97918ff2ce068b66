# fails: test_main_runs_three_stages
# diagnosis: sequential-awaits
# cut is awaited before paint is started: when the queue of size 1 is full, nobody takes anything out.
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
    for number in [1, 2, 3, 4, 5, 6, None]:
        await q1.put(number)
    await task("cut", 1, q1, q2)
    await task("paint", 2, q2, q3)
    await task("pack", 1, q3, q4)
    shipped = []
    while (item := await q4.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
