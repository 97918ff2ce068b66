# A group of tasks raises a group, which the clause does not catch.
# line: 18
import asyncio


async def climb(mountain, metres):
    await asyncio.sleep(metres / 1000)
    if metres > 8000:
        raise RuntimeError(f"no air on {mountain}")
    print("on top of", mountain)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(climb("Ben Nevis", 1345))
            group.create_task(climb("Everest", 8849))
    except RuntimeError as problem:
        print("turned back:", problem)


if __name__ == "__main__":
    asyncio.run(main())
