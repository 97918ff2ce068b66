# fails: test_main_cancels_the_worker
# diagnosis: wrong-except
# wait_for raises TimeoutError, and main waits for a CancelledError.
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
    try:
        await asyncio.wait_for(task("worker"), 2.5)
    except asyncio.CancelledError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
