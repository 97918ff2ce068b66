"""A thread of its own, which hands the result to a future by call_soon_threadsafe."""

import asyncio
import threading

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def work():
        result = slow_hash(text)
        loop.call_soon_threadsafe(future.set_result, result)

    threading.Thread(target=work).start()
    return await future


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
