# fails: test_main_runs_task
# diagnosis: coroutine-as-callback
# call_soon calls plain functions; the coroutine that task gives there is never awaited.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    asyncio.get_running_loop().call_soon(task, "Task A", 1)
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
