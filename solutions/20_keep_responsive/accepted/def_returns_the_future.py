"""task is a def that hands the work over when it is called, and returns the executor's future."""

import asyncio

from given import heartbeat, slow_hash


def task(text: str):
    return asyncio.get_running_loop().run_in_executor(None, slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = task("spam"), task("eggs")
    spam, eggs = await spam, await eggs
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print("spam", spam)
    print("eggs", eggs)


if __name__ == "__main__":
    asyncio.run(main())
