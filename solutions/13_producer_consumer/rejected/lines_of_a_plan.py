# fails: test_main_leaves_the_work_to_task
# diagnosis: hard-coded-output
# main prints the plan of who does what between three sleeps; there are no workers.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    number = await queue.get()
    print(f"{name} did {number}")


async def main() -> None:
    for pair in ([1, 2], [3, 4], [5]):
        await asyncio.sleep(1)
        for worker, number in enumerate(pair, 1):
            print(f"worker {worker} did {number}")
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
