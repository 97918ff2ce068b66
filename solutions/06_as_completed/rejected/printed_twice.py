# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# task prints its text and main prints it again.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    text = f"{item} after {delay} s"
    print(text)
    return text


async def main():
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
