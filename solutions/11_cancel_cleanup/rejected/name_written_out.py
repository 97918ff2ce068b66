# fails: test_ticks_and_closes
# diagnosis: hard-coded-output
# The lines say "worker" whatever name the task is given; wrong with another name.
import asyncio


async def task(name: str) -> None:
    print("worker opened")
    try:
        while True:
            await asyncio.sleep(1)
            print("worker tick")
    finally:
        print("worker closed")


async def main() -> None:
    t = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    t.cancel()
    await asyncio.wait([t])
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
