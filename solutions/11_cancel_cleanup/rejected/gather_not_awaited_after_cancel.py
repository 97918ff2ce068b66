# fails: test_waits_for_the_end
# diagnosis: gather-misuse
# gather is called without await, so nobody waits for the cancelled task.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
