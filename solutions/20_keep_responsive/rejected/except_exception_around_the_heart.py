# fails: test_stops_the_heartbeat
# diagnosis: wrong-except
# except Exception does not catch the cancellation of the heartbeat.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    try:
        await beating
    except Exception:
        pass
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
