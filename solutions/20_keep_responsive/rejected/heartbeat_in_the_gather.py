# fails: test_stops_the_heartbeat
# diagnosis: task-not-cancelled
# The heartbeat is gathered with the two works; it never ends, and so gather never ends.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    _, spam, eggs = await asyncio.gather(heartbeat(), task("spam"), task("eggs"))
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
