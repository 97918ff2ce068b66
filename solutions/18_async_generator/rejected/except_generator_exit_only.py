# fails: test_closes_after_error_and_cancellation
# diagnosis: cleanup-missing
# The cleanup knows the normal end and GeneratorExit; an error or a cancellation ends it without a word.
import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    except GeneratorExit:
        print(f"countdown {start} closed")
        raise
    else:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async with aclosing(countdown(start, 1)) as numbers:
        async for number in numbers:
            print(number)
            if number == start - 1:
                break
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
