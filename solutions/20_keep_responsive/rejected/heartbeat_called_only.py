# fails: test_main_runs_all_at_the_same_time
# diagnosis: never-awaited
# heartbeat() is called and nothing is done with the coroutine: no beat.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    heartbeat()
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
