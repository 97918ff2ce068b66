# Nobody keeps the task that waits for a future that only it knows.
# line: 14
import asyncio
import gc


async def listen(name):
    heard = asyncio.get_running_loop().create_future()
    await heard
    print(name, "heard it")


async def main():
    asyncio.create_task(listen("Ear"))
    await asyncio.sleep(1)
    gc.collect()
    await asyncio.sleep(1)
    print("silence")


if __name__ == "__main__":
    asyncio.run(main())
