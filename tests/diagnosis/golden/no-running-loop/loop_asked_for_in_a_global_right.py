import asyncio


async def wash(car):
    await asyncio.sleep(1)
    print(car, "washed")


async def main():
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(wash(car)) for car in ("van", "bus")]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
