# fails: test_waits_for_the_end
# diagnosis: timeout-misuse
# shield keeps the time-out from reaching the worker, which is still running when main returns.
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
    try:
        await asyncio.wait_for(asyncio.shield(worker), 2.5)
    except asyncio.TimeoutError:
        print("main done")


if __name__ == "__main__":
    asyncio.run(main())
