# fails: test_task_returns_the_number
# diagnosis: nested-event-loop
# asyncio.run inside task, where a loop is running already.
import asyncio

from given import heartbeat, slow_hash


async def hash_it(text):
    return slow_hash(text)


async def task(text: str) -> int:
    return asyncio.run(hash_it(text))


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
