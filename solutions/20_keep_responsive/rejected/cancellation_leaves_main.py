# fails: test_stops_the_heartbeat
# diagnosis: unhandled-error
# main awaits the cancelled heartbeat without a try, and ends by its CancelledError.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await beating
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
