# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# A thread does the work, and join blocks the loop until it has ended.
import asyncio
import threading

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    results = []
    thread = threading.Thread(target=lambda: results.append(slow_hash(text)))
    thread.start()
    thread.join()
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
