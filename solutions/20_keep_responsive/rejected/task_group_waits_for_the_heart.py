# fails: test_stops_the_heartbeat
# diagnosis: task-not-cancelled
# The task group waits for all its tasks, the endless heartbeat too.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(heartbeat())
        spam = group.create_task(task("spam"))
        eggs = group.create_task(task("eggs"))
    print(f"spam {spam.result()}")
    print(f"eggs {eggs.result()}")


if __name__ == "__main__":
    asyncio.run(main())
