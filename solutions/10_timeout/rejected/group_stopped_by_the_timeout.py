# fails: test_each_has_its_own_limit
# diagnosis: wrong-except
# In the TaskGroup one TimeoutError cancels the other and leaves as a group, past the except clause.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    async with asyncio.timeout(2):
        print(await task(name, delay))


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ask("fast", 1))
            tg.create_task(ask("slow", 10))
    except TimeoutError:
        print("slow timed out")


if __name__ == "__main__":
    asyncio.run(main())
