# fails: test_task_returns_the_number
# diagnosis: executor-misuse
# to_thread is given an async function: the thread only makes a coroutine, which is printed as the number.
import asyncio

from given import heartbeat, slow_hash


async def async_hash(text):
    return slow_hash(text)


async def task(text: str) -> int:
    return await asyncio.to_thread(async_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
