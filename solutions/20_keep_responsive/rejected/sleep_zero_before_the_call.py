# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# sleep(0) lets others run once before the blocking call, not during it.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    await asyncio.sleep(0)
    result = slow_hash(text)
    await asyncio.sleep(0)
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
