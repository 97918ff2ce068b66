# fails: test_task_works_on_what_comes
# diagnosis: parameter-ignored
# The stages use queues of their own at module level, not the ones they are given. Seen when task is run alone.
import asyncio

queues = {"cut": asyncio.Queue(), "paint": asyncio.Queue(1), "pack": asyncio.Queue(1), "end": asyncio.Queue()}
after = {"cut": "paint", "paint": "pack", "pack": "end"}


async def task(name, work, inbox, outbox):
    while (item := await queues[name].get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await queues[after[name]].put(item)
    await queues[after[name]].put(None)


async def main():
    for number in [1, 2, 3, 4, 5, 6, None]:
        await queues["cut"].put(number)
    await asyncio.gather(
        task("cut", 1, queues["cut"], queues["paint"]),
        task("paint", 2, queues["paint"], queues["pack"]),
        task("pack", 1, queues["pack"], queues["end"]),
    )
    shipped = []
    while (item := await queues["end"].get()) is not None:
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
