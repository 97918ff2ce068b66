# fails: test_waits_for_the_end
# diagnosis: sleep-instead-of-await
# sleep(0) after cancel gives the worker one turn; right only while its cleanup does not wait.
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
    await asyncio.sleep(0)  # let it finish
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
