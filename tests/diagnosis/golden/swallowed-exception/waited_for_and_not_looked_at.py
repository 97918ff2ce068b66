# wait() tells that tasks have ended, not that one of them has failed.
# line: 15
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
    print(len(done), "animals weighed")


if __name__ == "__main__":
    asyncio.run(main())
