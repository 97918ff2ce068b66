"""while True with a test at its head and a return; asyncio.wait for both."""

import asyncio


async def task(name: str, stop: asyncio.Event) -> None:
    jobs_done = 0
    while True:
        if stop.is_set():
            print(name, "stopped")
            return
        await asyncio.sleep(1)
        jobs_done += 1
        print(name, "job", jobs_done, "done")


async def main() -> None:
    stop = asyncio.Event()
    tasks = {asyncio.create_task(task("A", stop))}
    await asyncio.sleep(0.5)
    tasks.add(asyncio.create_task(task("B", stop)))
    await asyncio.sleep(2.25 - 0.5)
    stop.set()
    done, pending = await asyncio.wait(tasks)
    for t in done:
        t.result()
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
