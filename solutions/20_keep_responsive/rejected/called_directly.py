# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# slow_hash is called on the event loop's thread: no beat is heard for four seconds.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return slow_hash(text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
