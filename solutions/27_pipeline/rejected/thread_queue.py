# fails: test_task_works_on_what_comes
# diagnosis: never-awaited
# queue.Queue is made for threads: its get and put block the event loop. Those of asyncio's queue are never awaited.
import asyncio
import queue


async def task(name, work, inbox, outbox):
    while (item := inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        outbox.put(item)
    outbox.put(None)


async def main():
    q1, q2, q3, q4 = queue.Queue(), queue.Queue(1), queue.Queue(1), queue.Queue()
    for number in [1, 2, 3, 4, 5, 6, None]:
        q1.put(number)
    await asyncio.gather(task("cut", 1, q1, q2), task("paint", 2, q2, q3), task("pack", 1, q3, q4))
    shipped = []
    while (item := q4.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
