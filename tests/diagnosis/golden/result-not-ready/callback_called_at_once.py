# `show` is called in the line that was to hand it over.
# line: 18
import asyncio


async def brew(what, minutes):
    await asyncio.sleep(minutes)
    return f"{what} is ready"


def show(task):
    print(task.result())


async def main():
    tasks = [asyncio.create_task(brew(what, minutes)) for what, minutes in (("tea", 3), ("coffee", 1))]
    for task in tasks:
        task.add_done_callback(show(task))
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
