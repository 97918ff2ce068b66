# fails: test_main_leaves_the_work_to_task
# diagnosis: blocking-call
# queue.Queue is for threads: its get waits on the loop's thread, and nothing moves any more.
import asyncio
import queue


async def task(name: str, q) -> None:
    while True:
        number = q.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        q.task_done()


async def main() -> None:
    q = queue.Queue()
    for number in range(1, 6):
        q.put(number)
    workers = [asyncio.create_task(task(f"worker {i}", q)) for i in (1, 2)]
    q.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
