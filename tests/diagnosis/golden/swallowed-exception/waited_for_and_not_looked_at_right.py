import asyncio


async def weigh(animal):
    await asyncio.sleep(1)
    weights = {"cat": 4, "dog": 20}
    print(animal, weights[animal], "kg")


async def main():
    tasks = []
    for animal in ("cat", "cow", "dog"):
        task = asyncio.create_task(weigh(animal))
        tasks.append(task)
    done, pending = await asyncio.wait(tasks)
    for task in done:
        if task.exception() is not None:
            print("failed:", task.exception())
    print(len(done), "animals weighed")


if __name__ == "__main__":
    asyncio.run(main())
