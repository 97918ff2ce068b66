# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# An async def round the blocking call changes nothing: it still runs on the loop's thread.
import asyncio

from given import heartbeat, slow_hash


async def async_hash(text):
    return slow_hash(text)


async def task(text: str) -> int:
    return await async_hash(text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
