# fails: test_main_joins_the_stages
# diagnosis: unbounded-concurrency
# maxsize=0 is taken for "no place at all"; it means no limit.
import asyncio


async def task(name: str, work: float, inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)
    await outbox.put(None)


async def main():
    q1, q2, q3, q4 = asyncio.Queue(), asyncio.Queue(maxsize=0), asyncio.Queue(maxsize=0), asyncio.Queue()
    for number in [1, 2, 3, 4, 5, 6, None]:
        await q1.put(number)
    await asyncio.gather(task("cut", 1, q1, q2), task("paint", 2, q2, q3), task("pack", 1, q3, q4))
    shipped = []
    while (item := await q4.get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
