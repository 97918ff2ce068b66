# fails: test_never_blocks
# diagnosis: busy-polling
# task asks every 10 ms whether the thread has ended.
import asyncio
import threading

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    results = []
    thread = threading.Thread(target=lambda: results.append(slow_hash(text)))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.01)
    return results[0]


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
