# fails: test_main_calls_task
# diagnosis: wrong-signature
# task takes the delay first and the name second; its parameters are fixed and are passed by position.

import asyncio


async def task(delay, name):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task(2, "Task A"), task(1, "Task B"))


if __name__ == "__main__":
    asyncio.run(main())
