# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# A time-out cannot interrupt a blocking call; wait_for gets its turn when the call has ended.
import asyncio

from given import heartbeat, slow_hash


async def hash_it(text):
    return slow_hash(text)


async def task(text: str) -> int:
    return await asyncio.wait_for(hash_it(text), timeout=10)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
