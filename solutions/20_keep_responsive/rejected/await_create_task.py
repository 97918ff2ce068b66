# fails: test_main_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited in the line that creates it.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    numbers = []
    for text in ("spam", "eggs"):
        numbers.append(await asyncio.create_task(task(text)))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {numbers[0]}")
    print(f"eggs {numbers[1]}")


if __name__ == "__main__":
    asyncio.run(main())
