# fails: test_none_is_lost_at_one_instant
# diagnosis: wait-misuse
# asyncio.wait may give more than one task when it returns; pop takes one of them, and the others are never looked at.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    pending = {
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    }
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(done.pop().result())


if __name__ == "__main__":
    asyncio.run(main())
