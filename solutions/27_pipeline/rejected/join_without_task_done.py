# fails: test_prints_the_lines
# diagnosis: missing-task-done
# main waits in join, but no stage calls task_done.
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
    stages = [
        asyncio.create_task(task("cut", 1, q1, q2)),
        asyncio.create_task(task("paint", 2, q2, q3)),
        asyncio.create_task(task("pack", 1, q3, q4)),
    ]
    for number in [1, 2, 3, 4, 5, 6, None]:
        await q1.put(number)
    await q1.join()
    await asyncio.gather(*stages)
    shipped = []
    while (item := await q4.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
