# line: 12
import asyncio


async def save(name):
    await asyncio.sleep(1)
    print("saved", name)


def work(name):
    # long work, then save the result in the background
    asyncio.create_task(save(name))


async def main():
    await asyncio.to_thread(work, "report")
    await asyncio.sleep(2)


if __name__ == "__main__":
    asyncio.run(main())
