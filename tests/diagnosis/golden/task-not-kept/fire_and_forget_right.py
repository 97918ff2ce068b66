import asyncio
import gc


async def listen(name, heard):
    await heard
    print(name, "heard it")


async def main():
    heard = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(listen("Ear", heard))
    await asyncio.sleep(1)
    gc.collect()
    heard.set_result(None)
    await asyncio.sleep(1)
    await task
    print("silence")


if __name__ == "__main__":
    asyncio.run(main())
