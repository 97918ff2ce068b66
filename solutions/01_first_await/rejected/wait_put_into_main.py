# fails: test_main_ends_with_its_task
# diagnosis: sleep-instead-of-await
# task prints and returns at once; the second of waiting has been put into main.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    asyncio.get_running_loop().call_later(delay, print, f"{name} finished")


async def main():
    await task("Task A", 1)
    await asyncio.sleep(1.05)


if __name__ == "__main__":
    asyncio.run(main())
