# fails: test_task_returns_the_number
# diagnosis: wrong-output
# task sleeps and computes the number itself; slow_hash is never called.
import asyncio
import zlib

from given import heartbeat


async def task(text: str) -> int:
    await asyncio.sleep(2)
    return zlib.crc32(text.encode())


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
