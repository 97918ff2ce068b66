import asyncio
import gc

running = set()


async def wait_for_a_bell():
    bell = asyncio.Event()
    await bell.wait()
    print("rang")


def in_background(coroutine):
    loop = asyncio.get_event_loop()
    task = loop.create_task(coroutine)
    running.add(task)
    task.add_done_callback(running.discard)


async def main():
    in_background(wait_for_a_bell())
    await asyncio.sleep(2)
    gc.collect()  # memory is short on this machine
    print("evening")
    for task in list(running):
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
