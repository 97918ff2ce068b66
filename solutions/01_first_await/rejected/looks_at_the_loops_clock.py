# fails: test_never_blocks
# diagnosis: blocking-call
# The same loop with the clock of the event loop, which does not make it any more patient.

import asyncio


async def task(name, delay):
    loop = asyncio.get_running_loop()
    start = loop.time()
    print(f"{name} started")
    while loop.time() - start < delay:
        continue
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
