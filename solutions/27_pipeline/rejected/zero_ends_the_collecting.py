# fails: test_main_joins_the_stages
# diagnosis: wrong-output
# The stages are right, but `main` stops collecting at anything that counts as false. Seen when a 0 comes out.
import asyncio


async def task(name, work, inbox, outbox):
    while True:
        item = await inbox.get()
        if item is None:
            break
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)
    await outbox.put(None)


async def main():
    first, second, third, last = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for number in range(1, 7):
        await first.put(number)
    await first.put(None)
    await asyncio.gather(
        task("cut", 1, first, second),
        task("paint", 2, second, third),
        task("pack", 1, third, last),
    )
    shipped = []
    while item := await last.get():
        shipped.append(item)
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
