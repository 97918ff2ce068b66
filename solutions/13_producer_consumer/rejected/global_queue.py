# fails: test_worker_does_what_comes
# diagnosis: parameter-ignored
# task works on a queue of the module, not on the one that it is given; seen with another queue.
import asyncio

queue = asyncio.Queue()


async def task(name, q):
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main():
    for number in range(1, 6):
        queue.put_nowait(number)
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
