# fails: test_stops_the_heartbeat
# diagnosis: cancelled-not-awaited
# The numbers are printed before the heartbeat has ended; seen when its end takes time.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    print(f"spam {spam}")
    print(f"eggs {eggs}")
    await asyncio.gather(beating, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
