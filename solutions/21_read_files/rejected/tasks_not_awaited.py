# fails: test_main_calls_task
# diagnosis: never-awaited
# main calls task like a plain function and prints the coroutine objects.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    for path in FILES:
        print(f"{path.name}: {task(path)} lines")
    print("total: lines")


if __name__ == "__main__":
    asyncio.run(main())
