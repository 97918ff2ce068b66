# fails: test_main_calls_task
# diagnosis: not-a-coroutine
# main is a plain function that makes a loop of its own, in place of a coroutine that runs on the loop given.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


def main():
    loop = asyncio.new_event_loop()
    a = loop.create_task(task("Task A", 2))
    b = loop.create_task(task("Task B", 1))
    loop.run_until_complete(asyncio.wait([a, b]))
    loop.close()


if __name__ == "__main__":
    main()
