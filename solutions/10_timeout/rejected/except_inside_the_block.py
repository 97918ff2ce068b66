# fails: test_each_has_its_own_limit
# diagnosis: wrong-except
# The try stands inside the block of the limit, where no TimeoutError comes by: it is raised at the block's end.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    async with asyncio.timeout(2):
        try:
            print(await task(name, delay))
        except TimeoutError:
            print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
