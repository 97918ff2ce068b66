# A helper makes tasks for its callers and throws every one of them away.
# line: 16

import asyncio
import gc


async def wait_for_a_bell():
    bell = asyncio.Event()
    await bell.wait()
    print("rang")


def in_background(coroutine):
    loop = asyncio.get_event_loop()
    loop.create_task(coroutine)


async def main():
    in_background(wait_for_a_bell())
    await asyncio.sleep(2)
    gc.collect()  # memory is short on this machine
    print("evening")


if __name__ == "__main__":
    asyncio.run(main())
