# fails: test_task_returns_the_number
# diagnosis: cross-thread
# The thread sets an asyncio future itself; the loop is not told, and wakes up by chance, at the next beat.
import asyncio
import threading

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    future = asyncio.get_running_loop().create_future()

    def work():
        future.set_result(slow_hash(text))

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
