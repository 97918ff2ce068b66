# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main prints both lines itself after sleeps of one second; task is never called.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    await asyncio.sleep(1)
    print("fast answer")
    await asyncio.sleep(1)
    print("slow timed out")


if __name__ == "__main__":
    asyncio.run(main())
