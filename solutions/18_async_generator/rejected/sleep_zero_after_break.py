# fails: test_task_prints_two_numbers
# diagnosis: asyncgen-not-closed
# sleep(0) gives the loop one turn; closing the generator that was left takes more than that, and nobody waits for it.
import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async for number in countdown(start, 1):
        print(number)
        if number == start - 1:
            break
    await asyncio.sleep(0)
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
