# fails: test_main_joins_the_stages
# diagnosis: lost-task
# The stages are started and nobody waits for them: main empties the last queue before anything is in it.
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
    cut = asyncio.create_task(task("cut", 1, q1, q2))
    paint = asyncio.create_task(task("paint", 2, q2, q3))
    pack = asyncio.create_task(task("pack", 1, q3, q4))
    shipped = []
    while not q4.empty():
        shipped.append(await q4.get())
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
