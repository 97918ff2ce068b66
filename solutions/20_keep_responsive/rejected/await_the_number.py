# fails: test_task_returns_the_number
# diagnosis: blocking-call
# await before a plain function: it is called, blocks, and gives a number that cannot be awaited.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await slow_hash(text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
