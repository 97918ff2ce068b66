# line: 5
import asyncio

# used everywhere below
loop = asyncio.get_running_loop()


async def wash(car):
    await asyncio.sleep(1)
    print(car, "washed")


async def main():
    tasks = [loop.create_task(wash(car)) for car in ("van", "bus")]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
