# fails: test_task_returns_the_number
# diagnosis: executor-misuse
# run_in_executor is given the result of slow_hash(text) in place of the function and its argument.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, slow_hash(text))


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
