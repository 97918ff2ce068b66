# fails: test_task_returns_the_number
# diagnosis: result-not-returned
# task prints the line and returns nothing; main prints None besides.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    print(f"{text} {await asyncio.to_thread(slow_hash, text)}")


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
