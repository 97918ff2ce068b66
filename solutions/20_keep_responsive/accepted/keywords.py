"""slow_hash gets its argument by name; the heartbeat is started after the works."""

import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text=text)


async def main() -> None:
    works = [asyncio.create_task(task(text=word)) for word in ("spam", "eggs")]
    beating = asyncio.create_task(heartbeat())
    numbers = await asyncio.gather(*works)
    beating.cancel()
    await asyncio.wait([beating])
    print(f"spam {numbers[0]}")
    print(f"eggs {numbers[1]}")


if __name__ == "__main__":
    asyncio.run(main())
