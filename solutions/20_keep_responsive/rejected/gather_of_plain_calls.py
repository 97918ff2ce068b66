# fails: test_task_returns_the_number
# diagnosis: blocking-call
# gather is given the plain calls: they run one after the other before gather sees their numbers.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    [result] = await asyncio.gather(slow_hash(text))
    return result


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
