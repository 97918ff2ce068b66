# fails: test_each_has_its_own_limit
# diagnosis: sleep-instead-of-await
# The helper sleeps 2 s and then looks whether the task is done; the fast answer is a second late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    asked = asyncio.create_task(task(name, delay))
    await asyncio.sleep(2)
    if asked.done():
        print(asked.result())
    else:
        asked.cancel()
        await asyncio.wait([asked])
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
