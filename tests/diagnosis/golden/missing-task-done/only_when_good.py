# An item that is thrown away is not marked done.
# line: 10
import asyncio


async def sort(apples: asyncio.Queue[str]) -> None:
    while True:
        apple = await apples.get()
        if apple == "bad":
            continue
        print(apple)
        apples.task_done()


async def main() -> None:
    apples: asyncio.Queue[str] = asyncio.Queue()
    for apple in ("red", "bad", "green"):
        apples.put_nowait(apple)
    sorter = asyncio.create_task(sort(apples))
    await apples.join()
    sorter.cancel()
    await asyncio.gather(sorter, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
