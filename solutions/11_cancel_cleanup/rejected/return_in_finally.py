# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# A return inside finally throws the cancellation away.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")
        return


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.wait([worker])
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
